/*
 * Starts itadmin with the Python that lies beside it: loads runtime\python3XX.dll and hands it `-m itadmin` and
 * the arguments. Built twice from build_windows.py: itadmin.exe for the console, itadmin-gui.exe without one.
 *
 * PYTHON_DLL is given by the build. What a user's own Python has set in the environment must not reach ours.
 */
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST_PATH 32768
#define OWN_ARGUMENTS 2

typedef int (*python_main)(int argc, wchar_t **argv);

static int fail(const wchar_t *message)
{
    MessageBoxW(NULL, message, L"itadmin", MB_OK | MB_ICONERROR);
    return 3;
}

/* Load the Python of this installation; NULL if it is missing or damaged. */
static HMODULE load_python(void)
{
    static wchar_t path[LONGEST_PATH];
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST_PATH);
    wchar_t *end = wcsrchr(path, L'\\');

    if (length == 0 || length >= LONGEST_PATH || end == NULL)
        return NULL;
    end[1] = L'\0';
    if (wcslen(path) + wcslen(L"runtime\\" PYTHON_DLL) >= LONGEST_PATH)
        return NULL;
    wcscat(path, L"runtime\\" PYTHON_DLL);
    return LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
}

int wmain(int argc, wchar_t **argv)
{
    HMODULE python;
    python_main start;
    wchar_t **arguments;

    SetEnvironmentVariableW(L"PYTHONHOME", NULL);
    SetEnvironmentVariableW(L"PYTHONPATH", NULL);
    python = load_python();
    start = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    arguments = calloc((size_t)argc + OWN_ARGUMENTS + 1, sizeof *arguments);
    if (start == NULL || arguments == NULL)
        return fail(L"Programmets filer \u00e4r ofullst\u00e4ndiga. Installera itadmin p\u00e5 nytt.");

    arguments[0] = argv[0];
    arguments[1] = L"-m";
    arguments[2] = L"itadmin";
    for (int i = 1; i < argc; i++)
        arguments[i + OWN_ARGUMENTS] = argv[i];
    return start(argc + OWN_ARGUMENTS, arguments);
}

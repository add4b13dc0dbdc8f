; Installs a stage made by build_windows.py.
;
;   makensis -DVERSION=0.1.0 -DSTAGE=/abs/stage -DOUT=/abs/itadmin-0.1.0-setup.exe [-DMACHINE] [-DSIGN=/abs/sign.sh] itadmin.nsi
;
; Without MACHINE the program is installed for one user, who needs no rights for it. /S installs without questions, /D=path elsewhere.
; Exit codes: 0 done, 1618 itadmin is running, 1633 Windows is older than 10. A user's registers and settings are never touched.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS all
BrandingText "itadmin ${VERSION}"
Name "itadmin"
OutFile "${OUT}"

!include LogicLib.nsh
!include MUI2.nsh
!include WinVer.nsh
!include FileFunc.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\itadmin"
!define CLASSES "Software\Classes"

!ifdef MACHINE
  RequestExecutionLevel admin
  InstallDir "$PROGRAMFILES64\itadmin"
  !define HIVE HKLM
!else
  RequestExecutionLevel user
  InstallDir "$LOCALAPPDATA\Programs\itadmin"
  !define HIVE HKCU
!endif
InstallDirRegKey ${HIVE} "${UNINSTALL_KEY}" "InstallLocation"

!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"' = 0
  !finalize '"${SIGN}" "%1"' = 0
!endif

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\itadmin-gui.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Swedish"
!insertmacro MUI_LANGUAGE "English"

LangString RUNNING ${LANG_SWEDISH} "itadmin är igång. Stäng programmet och försök igen."
LangString RUNNING ${LANG_ENGLISH} "itadmin is running. Close it and try again."
LangString TOO_OLD ${LANG_SWEDISH} "itadmin behöver Windows 10 eller nyare."
LangString TOO_OLD ${LANG_ENGLISH} "itadmin needs Windows 10 or newer."
LangString REGISTER_FILE ${LANG_SWEDISH} "Register för itadmin"
LangString REGISTER_FILE ${LANG_ENGLISH} "itadmin register"

; A library in use can't be opened for writing: that is how a running program shows.
!macro STOP_IF_RUNNING
  ${If} ${FileExists} "$INSTDIR\runtime\python3.dll"
    ClearErrors
    FileOpen $0 "$INSTDIR\runtime\python3.dll" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "$(RUNNING)" /SD IDOK
      SetErrorLevel 1618
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; Only what an installation put there: registers that someone keeps in the folder stay.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\licenses"
  Delete "$INSTDIR\itadmin.exe"
  Delete "$INSTDIR\itadmin-gui.exe"
!macroend

!macro SET_CONTEXT
  SetRegView 64
  !ifdef MACHINE
    SetShellVarContext all
  !else
    SetShellVarContext current
  !endif
!macroend

Function .onInit
  !insertmacro SET_CONTEXT
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 1633
    Quit
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro SET_CONTEXT
FunctionEnd

Section "itadmin"
  !insertmacro STOP_IF_RUNNING
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${STAGE}/*"

  ; Compiled once here, since a user can't write into a program folder of the machine.
  nsExec::Exec '"$INSTDIR\runtime\python.exe" -m compileall -q "$INSTDIR\lib"'
  Pop $0

  CreateShortCut "$SMPROGRAMS\itadmin.lnk" "$INSTDIR\itadmin-gui.exe"
  WriteRegStr ${HIVE} "${CLASSES}\.itadmin\OpenWithProgids" "itadmin.register" ""
  WriteRegStr ${HIVE} "${CLASSES}\.itadmin" "" "itadmin.register"
  WriteRegStr ${HIVE} "${CLASSES}\itadmin.register" "" "$(REGISTER_FILE)"
  WriteRegStr ${HIVE} "${CLASSES}\itadmin.register\DefaultIcon" "" "$INSTDIR\itadmin-gui.exe,0"
  WriteRegStr ${HIVE} "${CLASSES}\itadmin.register\shell\open\command" "" '"$INSTDIR\itadmin-gui.exe" "%1"'

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr ${HIVE} "${UNINSTALL_KEY}" "DisplayName" "itadmin"
  WriteRegStr ${HIVE} "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr ${HIVE} "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\itadmin-gui.exe"
  WriteRegStr ${HIVE} "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr ${HIVE} "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr ${HIVE} "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD ${HIVE} "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD ${HIVE} "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD ${HIVE} "${UNINSTALL_KEY}" "EstimatedSize" $0
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  !insertmacro STOP_IF_RUNNING
  !insertmacro REMOVE_PROGRAM
  Delete "$SMPROGRAMS\itadmin.lnk"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegValue ${HIVE} "${CLASSES}\.itadmin\OpenWithProgids" "itadmin.register"
  DeleteRegKey ${HIVE} "${CLASSES}\.itadmin"
  DeleteRegKey ${HIVE} "${CLASSES}\itadmin.register"
  DeleteRegKey ${HIVE} "${UNINSTALL_KEY}"
  ${RefreshShellIcons}
SectionEnd

"""The window: everything the user sees and touches.

Knows Qt and the services below it; must not know SQL, ReportLab or how a register file is laid out.
"""

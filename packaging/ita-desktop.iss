; Inno Setup script of the Windows installer. Compiled by:  iscc /DVersion=0.1.0 packaging\ita-desktop.iss
; Per user: no administrator, nothing outside the user's own folders. What the user made is never removed.

#ifndef Version
  #error Say which version: iscc /DVersion=x.y.z
#endif

[Setup]
AppId={{6B1B0E0B-53C1-4B0B-9C6F-2E9E3A1F7D24}
AppName=ITA Desktop
AppVersion={#Version}
AppPublisher=ITA Desktop
DefaultDirName={localappdata}\Programs\ITA Desktop
DefaultGroupName=ITA Desktop
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\dist
OutputBaseFilename=ita-desktop-{#Version}-setup
SetupIconFile=..\resources\icons\ita-desktop.ico
UninstallDisplayIcon={app}\ita-desktop.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
ShowLanguageDialog=no

[Languages]
Name: "thai"; MessagesFile: "compiler:Languages\Thai.isl"

[Tasks]
Name: "desktop"; Description: "{cm:CreateDesktopIcon}"

[InstallDelete]
; An older version's modules must not stay beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\dist\ita-desktop\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\ITA Desktop"; Filename: "{app}\ita-desktop.exe"
Name: "{autodesktop}\ITA Desktop"; Filename: "{app}\ita-desktop.exe"; Tasks: desktop

[Registry]
; A double click on an office file opens it.
Root: HKCU; Subkey: "Software\Classes\.ita"; ValueType: string; ValueData: "ItaDesktop.Office"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\ItaDesktop.Office"; ValueType: string; ValueData: "ITA Desktop"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\ItaDesktop.Office\DefaultIcon"; ValueType: string; ValueData: "{app}\ita-desktop.exe,0"
Root: HKCU; Subkey: "Software\Classes\ItaDesktop.Office\shell\open\command"; ValueType: string; ValueData: """{app}\ita-desktop.exe"" ""%1"""

[Run]
Filename: "{app}\ita-desktop.exe"; Description: "{cm:LaunchProgram,ITA Desktop}"; Flags: nowait postinstall skipifsilent

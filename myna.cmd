@echo off
rem Starts Myna. Builds it first where it is not built; after changes to the sources run: mvn process-classes
setlocal
set "root=%~dp0"
set "jdk="
if defined JAVA_HOME call :candidate "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*") do call :candidate "%%~D"
if not defined jdk (
  echo myna: needs Java 25 or newer: install a JDK 25 ^(for instance from adoptium.net^) or set JAVA_HOME to one. 1>&2
  exit /b 1
)
if not exist "%root%target\classpath.txt" (
  echo myna: building ^(the first time downloads the libraries; this takes some minutes^) ... 1>&2
  set "JAVA_HOME=%jdk%"
  call mvn -f "%root%pom.xml" -B -ntp -q -DskipTests process-classes 1>&2 || (
    echo myna: the build failed. 1>&2
    exit /b 1
  )
)
for /f "usebackq delims=" %%C in ("%root%target\classpath.txt") do set "classpath=%%C"
"%jdk%\bin\java" --enable-native-access=ALL-UNNAMED "-Dmyna.root=%root%." -cp "%root%target\classes;%classpath%" myna.Main %*
exit /b %errorlevel%

:candidate
if defined jdk exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do call :take "%~1" %%~V
exit /b

:take
set "version=%~2"
set "version=%version:"=%"
if %version% geq 25 set "jdk=%~1"
exit /b

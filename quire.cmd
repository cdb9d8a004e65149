@echo off
rem Builds the quire executable when needed and runs it.
dotnet build "%~dp0src\hosts\Quire.Cli\Quire.Cli.csproj" -c Release -v q -nologo -p:RunAnalyzers=false 1>&2 || exit /b 1
"%~dp0artifacts\bin\Quire.Cli\release\quire.exe" %*

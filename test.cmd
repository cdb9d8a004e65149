@echo off
rem Builds once, runs every test and prints coverage. Services (PostgreSQL, Redis) are used where they are installed.
setlocal
cd /d "%~dp0"
for %%a in (%*) do if "%%a"=="--long" set QUIRE_LONG=1
dotnet build Quire.slnx -v q -nologo -nodeReuse:false || exit /b 1
dotnet artifacts\bin\Quire.Checks\debug\Quire.Checks.dll "%CD%"

using System.Diagnostics;

namespace Quire.Templating.Tests.Judge.Support;

/// <summary>Runs the scripts of eng/oracle with the interpreter that owns Debian's python3-jinja2.</summary>
internal static class Oracle
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Skips the test where python3-jinja2 is missing; with CI=true that is a failure.</summary>
    public static void Require()
    {
        if (IsThere())
            return;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail("python3-jinja2 is missing: apt-get install python3-jinja2");
        Assert.Skip("python3-jinja2 is missing: apt-get install python3-jinja2");
    }

    /// <summary>The script's exit code and its output; what it says on its error stream is part of the failure.</summary>
    public static (int ExitCode, string Output, string Errors) Run(string script, params string[] arguments) =>
        Start(Python, [Repository.Oracle(script), .. arguments]);

    private static bool IsThere()
    {
        try
        {
            return Start(Python, ["-c", "import jinja2"]).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int ExitCode, string Output, string Errors) Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}

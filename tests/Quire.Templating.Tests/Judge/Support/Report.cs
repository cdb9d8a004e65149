namespace Quire.Templating.Tests.Judge.Support;

/// <summary>Figures that a run prints: to the test's output, to the console, and to a file below artifacts/judge.</summary>
internal sealed class Report
{
    private readonly string _file;

    public Report(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "judge"));
        _file = Path.Combine(folder.FullName, name + ".txt");
        File.WriteAllText(_file, "");
    }

    /// <summary>Fails with the findings; all of them stand in the file, because a message may be cut.</summary>
    public void ShouldHaveNone(string findings)
    {
        File.AppendAllText(_file, findings);
        Assert.True(findings.Length == 0, findings);
    }

    public void Line(string text)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        Console.WriteLine(text);
        File.AppendAllText(_file, text + "\n");
    }
}

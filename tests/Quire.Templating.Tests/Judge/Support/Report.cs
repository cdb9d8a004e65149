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

    public void Line(string text)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        Console.WriteLine(text);
        File.AppendAllText(_file, text + "\n");
    }
}

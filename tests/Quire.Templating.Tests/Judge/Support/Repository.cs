namespace Quire.Templating.Tests.Judge.Support;

/// <summary>Where the files of the judge stand in the working tree.</summary>
internal static class Repository
{
    private static readonly Lazy<string> _root = new(FindRoot);

    public static string Root => _root.Value;

    public static string Judge(params string[] parts) =>
        Path.Combine([Root, "tests", "Quire.Templating.Tests", "Judge", .. parts]);

    public static string Oracle(string script) => Path.Combine(Root, "eng", "oracle", script);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Quire.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run from inside of the working tree; no folder above holds Quire.slnx.");
    }
}

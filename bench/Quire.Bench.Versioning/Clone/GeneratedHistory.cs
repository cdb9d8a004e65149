namespace Quire.Bench.Versioning.Clone;

/// <summary>A repository out of a seed: prompts in folders, one or two of which change per commit, with a merged side branch now and then.</summary>
internal static class GeneratedHistory
{
    private const int Folders = 20, FilesPerFolder = 20, MergeEvery = 25;
    private static readonly string[] Words = ["answer", "the", "customer", "never", "reveal", "tone", "brief", "policy", "refund", "order", "clear", "source", "summarise", "quote"];

    /// <summary>Makes a bare repository with so many commits on <c>main</c>.</summary>
    public static void Write(string folder, int commits, int seed) => Git.Import(folder, stream => Feed(stream, commits, new Random(seed)));

    private static void Feed(StreamWriter stream, int commits, Random random)
    {
        var texts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var number = 1; number <= commits; number++)
        {
            // A side commit leaves the commit before it, and comes back with the next one.
            var merges = number > MergeEvery && number % MergeEvery == 0;
            var side = number > MergeEvery && number % MergeEvery == MergeEvery - 1;
            Begin(stream, side ? "side" : "main", number, From(number, side, merges), merges ? number - 1 : null);
            foreach (var path in number == 1 ? Every() : [Any(random)])
                Change(stream, path, texts, random);
        }
    }

    private static int? From(int number, bool side, bool merges) => number == 1 ? null : side || !merges ? number - 1 : number - 2;

    private static void Begin(StreamWriter stream, string branch, int number, int? from, int? merged)
    {
        var message = $"Change {number}";
        stream.WriteLine($"commit refs/heads/{branch}\nmark :{number}\ncommitter Ada <ada@example.org> {1_700_000_000 + (number * 60)} +0000\ndata {message.Length}\n{message}");
        if (from is not null)
            stream.WriteLine($"from :{from}");
        if (merged is not null)
            stream.WriteLine($"merge :{merged}");
    }

    private static void Change(StreamWriter stream, string path, Dictionary<string, List<string>> texts, Random random)
    {
        if (!texts.TryGetValue(path, out var lines))
            texts[path] = lines = [.. Enumerable.Range(0, 20).Select(_ => Line(random))];
        lines[random.Next(lines.Count)] = Line(random);
        var text = string.Join('\n', lines) + "\n";
        stream.WriteLine($"M 100644 inline {path}\ndata {text.Length}\n{text}");
    }

    private static IEnumerable<string> Every() =>
        Enumerable.Range(0, Folders).SelectMany(folder => Enumerable.Range(0, FilesPerFolder).Select(file => Name(folder, file)));

    private static string Any(Random random) => Name(random.Next(Folders), random.Next(FilesPerFolder));

    private static string Name(int folder, int file) => $"team{folder:00}/prompt{file:00}.prompt.md";

    private static string Line(Random random) => string.Join(' ', Enumerable.Range(0, 10).Select(_ => Words[random.Next(Words.Length)]));
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Quire.Bench.Versioning.Clone;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Contents;
using Quire.Core.History;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.Addresses;
using Quire.Storage;
using Quire.Versioning.Objects;

namespace Quire.Bench.Versioning;

/// <summary>One prompt with many versions, in a bare repository of git's and in a store of Quire's. Reads begin with empty caches but where they say so.</summary>
internal sealed class LongHistory : IAsyncDisposable
{
    private const int Lines = 60;
    private const int Seed = 42;
    private readonly Random _random = new(Seed);
    private readonly IStore _store;
    private readonly ObjectCache _kept = new();
    private readonly int _versions;
    private Principal _caller = null!;

    private LongHistory(string folder, int versions)
    {
        (Repository, _versions) = (Path.Combine(folder, $"git-{versions}"), versions);
        _store = StoreFactory.Open(Path.Combine(folder, $"quire-{versions}"), TimeProvider.System);
    }

    /// <summary>The bare repository.</summary>
    public string Repository { get; }

    /// <summary>Makes both.</summary>
    public static async Task<LongHistory> Make(string folder, int versions)
    {
        var history = new LongHistory(folder, versions);
        Git.Import(history.Repository, stream => history.Feed(stream, new Random(Seed)));
        var clock = Stopwatch.StartNew();
        var issued = await history.Push();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{versions} commits pushed through the write door in {clock.Elapsed.TotalSeconds:F1} s, {issued} versions"));
        return history;
    }

    /// <summary>The newest page of the prompt's log.</summary>
    public Task Log() => new HistoryReader(_store, new ObjectCache()).PromptLog(_caller, "prompts", "prompt", null);

    /// <summary>Any version, by its number.</summary>
    public async Task Show()
    {
        var address = Address.Parse($"@main/prompts/prompt@{1 + _random.Next(_versions)}");
        await new PromptReader(_store, new ObjectCache(), new ContentReader(), new ChangeSignal()).Resolve(_caller, address);
    }

    /// <summary>Who wrote each line of the newest version, in a server that has read the history before.</summary>
    public Task BlameAgain() => new HistoryReader(_store, _kept).Blame(_caller, "prompts", "prompt.prompt.md", null);

    /// <summary>Who wrote each line of the newest version.</summary>
    public Task Blame() => new HistoryReader(_store, new ObjectCache()).Blame(_caller, "prompts", "prompt.prompt.md", null);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private void Feed(StreamWriter stream, Random random)
    {
        var lines = Enumerable.Range(0, Lines).Select(_ => Line(random)).ToArray();
        for (var number = 1; number <= _versions; number++)
        {
            lines[random.Next(Lines)] = Line(random);
            var text = string.Join('\n', lines) + "\n";
            var message = $"Change {number}";
            stream.WriteLine($"commit refs/heads/main\nmark :{number}\ncommitter Ada <ada@example.org> {1_700_000_000 + (number * 60)} +0000\ndata {message.Length}\n{message}");
            if (number > 1)
                stream.WriteLine($"from :{number - 1}");
            stream.WriteLine($"M 100644 inline prompt.prompt.md\ndata {text.Length}\n{text}");
        }
    }

    private static string Line(Random random) => string.Join(' ', Enumerable.Range(0, 8).Select(_ => Corpus.Words[random.Next(Corpus.Words.Length)]));

    private async Task<int> Push()
    {
        var signal = new ChangeSignal();
        var organisation = await new ProjectService(_store, signal, TimeProvider.System).EnsureFirst();
        _caller = Principal.Owner(organisation.Id, organisation.Name);
        var project = await _store.Read(session => session.Projects.Find(organisation.Id, "prompts")!);
        var door = new WriteDoor(_store, new ObjectCache(), new ContentReader(), signal, TimeProvider.System);
        var applied = await door.Apply(new Change
        {
            Actor = _caller,
            Project = project,
            Objects = Objects(),
            Moves = [new BranchMove("refs/heads/main", null, ObjectId.Parse(Git.Run(Repository, "rev-parse", "main")))],
        });
        return applied.Issued.Count;
    }

    private List<StagedObject> Objects()
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-C", Repository, "cat-file", "--batch-all-objects", "--batch"]) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        ReadOnlyMemory<byte> rest = output.ToArray();
        var found = new List<StagedObject>();
        while (rest.Length > 0)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var header = Encoding.ASCII.GetString(rest.Span[..end]).Split(' ');
            var size = int.Parse(header[2], CultureInfo.InvariantCulture);
            var kind = header[1] switch { "blob" => ObjectKind.Blob, "tree" => ObjectKind.Tree, "commit" => ObjectKind.Commit, _ => ObjectKind.Tag };
            found.Add(new StagedObject(new GitObject(kind, rest.Slice(end + 1, size).ToArray()), null));
            rest = rest[(end + 2 + size)..];
        }
        return found;
    }
}

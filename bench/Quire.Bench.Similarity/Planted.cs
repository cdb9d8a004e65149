using System.Diagnostics;
using System.Globalization;
using System.Text;
using Quire.Bench.Harness;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Contents;
using Quire.Core.History;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Similarity;
using Quire.Core.Stores;
using Quire.Storage;
using Quire.Testing.Texts;

namespace Quire.Bench.Similarity;

/// <summary>Edited copies planted among many prompts: how many are found, how many of those found were planted, and what it costs.</summary>
internal sealed class Planted
{
    private const double Wanted = 0.9;
    private const int Batch = 5_000;
    private const int PerFolder = 100;
    private const int Questions = 200;
    private const int Tags = 40;

    private readonly IStore _store;
    private readonly CommitService _commits;
    private readonly SimilarityService _similarity;
    private readonly TagSuggestionService _suggestions;
    private readonly Random _random;
    private readonly PlantedTexts _planted;
    private Principal _caller = null!;

    private Planted(IStore store, PlantedTexts planted, Random random)
    {
        var (objects, indexes) = (new ObjectCache(), new SimilarityIndexes(store));
        (_store, _planted, _random) = (store, planted, random);
        _commits = new CommitService(store, new WriteDoor(store, objects, new ContentReader(), new ChangeSignal(), TimeProvider.System), objects, TimeProvider.System);
        _similarity = new SimilarityService(store, indexes);
        _suggestions = new TagSuggestionService(store, indexes);
    }

    /// <summary>Runs it and prints the figures.</summary>
    public static async Task<bool> Run(int prompts, int copies, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("quire-similarity-").FullName;
        try
        {
            await using var store = StoreFactory.Open(folder, TimeProvider.System);
            var random = new Random(seed);
            var bench = new Planted(store, PlantedTexts.Make(random, prompts, copies), random);
            Print($"{prompts:N0} prompts of {bench._planted.Texts.Average(text => text.Length):F0} characters on average, {copies:N0} edited copies of 1 to 20 % among them, seed {seed}");
            await bench.Fill();
            await bench.First();
            var passed = await bench.Pairs();
            await bench.Ask();
            return passed;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private async Task Fill()
    {
        var organisation = await new ProjectService(_store, new ChangeSignal(), TimeProvider.System).EnsureFirst();
        _caller = Principal.Owner(organisation.Id, organisation.Name);
        foreach (var batch in Enumerable.Range(0, _planted.Texts.Count).Chunk(Batch))
            await Commit([.. batch.Select(number => File(number, _planted.Texts[number]))]);
    }

    private async Task First()
    {
        var before = GC.GetTotalMemory(true);
        var (seconds, processor) = await Seconds(() => _similarity.Like(_caller, "prompts", Path(0)));
        var bytes = GC.GetTotalMemory(true) - before;
        Print($"the first question, which fills the index: {seconds:F2} s, processor {processor:F2} s; it keeps {bytes / 1e6:F1} MB, {bytes / _planted.Texts.Count:N0} bytes a prompt");
    }

    private async Task<bool> Pairs()
    {
        SimilarPairs found = null!;
        var (seconds, processor) = await Seconds(async () => found = await _similarity.Pairs(_caller, "prompts", limit: 1_000));
        var right = found.Items.Count(pair => _planted.Pairs.Contains(Places(pair)));
        var (recall, precision) = ((double)right / _planted.Pairs.Count, (double)right / Math.Max(1, found.Items.Count));
        var passed = recall >= Wanted && precision >= Wanted;
        Print($"near-duplicates: {found.Items.Count} pairs found in {seconds:F2} s, processor {processor:F2} s; {right} of them planted: recall {recall:F4}, precision {precision:F4} {(passed ? "pass" : "FAIL")}");
        return passed;
    }

    private async Task Ask()
    {
        await Time("similar prompts", number => _similarity.Like(_caller, "prompts", Path(number)));
        await Time("similar prompts, least 0.1", number => _similarity.Like(_caller, "prompts", Path(number), least: 0.1));
        await Time("suggestions of tags", number => _suggestions.Suggest(_caller, "prompts", Path(number)));
        var saved = new List<(double, double)>();
        for (var save = 0; save < 20; save++)
        {
            await Commit([File(save, _planted.Texts[save] + $" Revision {save}")]);
            saved.Add(await Seconds(() => _similarity.Like(_caller, "prompts", Path(save))));
        }
        Tell("similar prompts after a save", saved);
    }

    private async Task Time(string what, Func<int, Task> ask)
    {
        var times = new List<(double, double)>();
        for (var question = 0; question < Questions; question++)
            times.Add(await Seconds(() => ask(_random.Next(_planted.Texts.Count))));
        Tell(what, times);
    }

    private static void Tell(string what, List<(double Wall, double Processor)> times)
    {
        var wall = times.Select(time => time.Wall * 1e3).Order().ToList();
        Print($"{what}: p50 {wall[wall.Count / 2]:F1} ms, p95 {wall[wall.Count * 95 / 100]:F1} ms, processor {Statistics.Median(times.Select(time => time.Processor * 1e3)):F1} ms");
    }

    // Of the whole process, because a question goes from thread to thread.
    private static async Task<(double Wall, double Processor)> Seconds(Func<Task> ask)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await ask();
        return (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private Task Commit(IReadOnlyList<FileChange> changes) => _commits.Commit(_caller, new CommitRequest { Project = "prompts", Message = "Save", Changes = changes });

    private static FileChange File(int number, string text) =>
        new($"{Path(number)}.prompt.md") { Content = Encoding.UTF8.GetBytes($"---\ntags: [tag-{number % Tags}]\n---\n{text}\n") };

    private static string Path(int number) => string.Create(CultureInfo.InvariantCulture, $"f{number / PerFolder}/p{number}");

    private static (int, int) Places(SimilarPair pair)
    {
        var (one, other) = (Number(pair.First.Path), Number(pair.Second.Path));
        return (Math.Min(one, other), Math.Max(one, other));
    }

    private static int Number(string path) => int.Parse(path[(path.IndexOf('/', StringComparison.Ordinal) + 2)..], CultureInfo.InvariantCulture);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

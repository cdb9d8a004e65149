using System.Diagnostics;
using Quire.Bench.Versioning;
using Quire.Versioning.Diffs;
using Quire.Versioning.Merging.Files;

// Three-way merge and diff beside libgit2's, in one run, taking turns. A gate: the median ratio of CPU times must not exceed 1.
const int pairs = 31;
const double limit = 1.0;
var folder = Directory.CreateTempSubdirectory("quire-bench-").FullName;
try
{
    using var peer = Peer.TryStart(folder);
    if (peer is null)
    {
        Console.WriteLine("skipped: needs cc and libgit2 (Debian: gcc, libgit2-dev)");
        return 0;
    }
    var passed = true;
    foreach (var size in (int[])[2_000, 20_000])
    {
        var corpus = new Corpus(folder, size, 42);
        peer.Load(corpus.Folder, Corpus.Count);
        foreach (var what in (string[])["merge", "diff"])
            passed &= Compare(peer, corpus, what, size);
    }
    return passed ? 0 : 1;
}
finally
{
    Directory.Delete(folder, true);
}

static bool Compare(Peer peer, Corpus corpus, string what, int size)
{
    var rounds = 400_000 / size;
    for (var i = 0; i < 12; i++)
        Run(corpus, what, rounds);
    peer.Run(what, rounds);
    var ratios = new double[pairs];
    double ours = 0, theirs = 0;
    for (var i = 0; i < pairs; i++)
    {
        var mine = Run(corpus, what, rounds);
        var yours = peer.Run(what, rounds);
        ratios[i] = mine / yours;
        ours += mine;
        theirs += yours;
    }
    var runs = (double)pairs * rounds * Corpus.Count;
    var (median, low, high) = Statistics.Median(ratios, 1);
    Console.WriteLine($"{what,-5} {size / 1000,3} KB: {ours / runs / 1000,7:F1} us, libgit2 {theirs / runs / 1000,7:F1} us; ratio {median:F2} (95 % {low:F2} to {high:F2}), limit {limit:F2}: {(median <= limit ? "pass" : "FAIL")}");
    return median <= limit;
}

static double Run(Corpus corpus, string what, int rounds)
{
    var process = Process.GetCurrentProcess();
    var before = process.TotalProcessorTime;
    long check = 0;
    for (var round = 0; round < rounds; round++)
    {
        foreach (var (text, ours, theirs) in corpus.Triples)
            check += what == "merge" ? FileMerger.Merge(text, ours, theirs).Content.Length : LineDiff.Compute(text, ours).Hunks.Count;
    }
    process.Refresh();
    GC.KeepAlive(check);
    return (process.TotalProcessorTime - before).TotalNanoseconds;
}

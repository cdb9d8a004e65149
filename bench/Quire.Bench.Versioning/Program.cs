using System.Globalization;
using Quire.Bench.Harness;
using Quire.Bench.Versioning;
using Quire.Bench.Versioning.Clone;

if (args is ["clone-server", var data])
{
    await Hosted.Run(data);
    return 0;
}
if (args is ["clone", .. var size])
    return CloneBench.Run(size is [var commits] ? int.Parse(commits, System.Globalization.CultureInfo.InvariantCulture) : 20_000);

if (args is ["saves", ..])
    return await Saves.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10_000, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 10_000, null) ? 0 : 1;

if (args is ["versions", .. var many])
    return await Versions.Run(many is [var versions] ? int.Parse(versions, CultureInfo.InvariantCulture) : 10_000) ? 0 : 1;

// Three-way merge and diff beside libgit2's, in one run, taking turns. A gate: the median ratio must not exceed 1.
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
    foreach (var bytes in (int[])[2_000, 20_000])
    {
        var corpus = new Corpus(folder, bytes, 42);
        peer.Load(corpus.Folder, Corpus.Count);
        passed &= Compare(new ActionSampler($"merge {bytes / 1000} KB x {Corpus.Count}", corpus.Merge), peer.Sampler("merge"));
        passed &= Compare(new ActionSampler($"diff {bytes / 1000} KB x {Corpus.Count}", corpus.Diff), peer.Sampler("diff"));
    }
    return passed ? 0 : 1;
}
finally
{
    Directory.Delete(folder, true);
}

static bool Compare(ISampler subject, ISampler peer)
{
    var result = PairComparison.Run(subject, peer);
    var passed = result.Ratio <= limit;
    Console.WriteLine($"{result} {(passed ? "pass" : "FAIL")}");
    return passed;
}

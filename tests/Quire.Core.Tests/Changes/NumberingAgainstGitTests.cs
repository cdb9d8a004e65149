namespace Quire.Core.Tests.Changes;

/// <summary>
/// A real history of 900 commits and 107 merges, pushed as one move of the default branch. What git's own log says of it, step by step along the
/// first parents, is counted here without any of Quire's code.
/// </summary>
public sealed class NumberingAgainstGitTests
{
    [Fact]
    public async Task Numbers_of_a_real_history_are_those_that_git_itself_counts()
    {
        using var fabric = new FabricHistory();
        var expected = Count(fabric.Git.Run("log", "--first-parent", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--diff-merges=first-parent", "--format=commit %H"));
        await using var shop = await Workshop.Open();
        var applied = await fabric.Push(shop);

        var listed = await shop.Lister.List(shop.Owner, Workshop.Project, limit: 1000);
        listed.Items.ToDictionary(item => item.Prompt.Path, item => item.Prompt.LastNumber).ShouldBe(expected, ignoreOrder: true);
        applied.Issued.Count.ShouldBeGreaterThan(listed.Items.Count);
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    // path → how many numbers it has, for the paths that stand at the tip.
    private static Dictionary<string, long> Count(string log)
    {
        var numbers = new Dictionary<string, long>();
        var blobs = new Dictionary<string, string>();
        var dead = new Dictionary<string, long>();
        var step = new List<(string Path, string Old, string New)>();
        foreach (var line in log.Split('\n').Append("commit end"))
        {
            if (line.StartsWith("commit ", StringComparison.Ordinal))
            {
                Take(step, numbers, blobs, dead);
                step.Clear();
            }
            else if (line.StartsWith(':'))
            {
                var parts = line.Split('\t');
                var fields = parts[0].Split(' ');
                step.Add((parts[1], fields[2], fields[3]));
            }
        }
        return numbers;
    }

    private static void Take(List<(string Path, string Old, string New)> step, Dictionary<string, long> numbers, Dictionary<string, string> blobs, Dictionary<string, long> dead)
    {
        var none = new string('0', 40);
        const string Empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
        var gone = step.Where(change => change.New == none).ToList();
        var come = step.Where(change => change.Old == none).ToList();
        foreach (var (path, blob, _) in gone.Where(change => change.Old != Empty))
        {
            var same = come.Where(change => change.New == blob).ToList();
            if (same.Count != 1 || gone.Count(change => change.Old == blob) != 1)
                continue;
            numbers[same[0].Path] = numbers[path];
            blobs[same[0].Path] = blob;
            numbers.Remove(path);
        }
        foreach (var (path, _, _) in gone.Where(change => numbers.ContainsKey(change.Path)))
        {
            dead[path] = numbers[path];
            numbers.Remove(path);
        }
        foreach (var (path, _, blob) in step.Where(change => change.New != none && blobs.GetValueOrDefault(change.Path) != change.New))
        {
            numbers[path] = (numbers.TryGetValue(path, out var last) ? last : dead.GetValueOrDefault(path)) + 1;
            blobs[path] = blob;
        }
        foreach (var (path, _, _) in gone)
            blobs.Remove(path);
    }
}

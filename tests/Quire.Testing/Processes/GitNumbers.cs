namespace Quire.Testing.Processes;

/// <summary>The version numbers that a history gives, counted from what git's own log says of each step along the first parents.</summary>
public static class GitNumbers
{
    /// <summary>How many numbers each path has that stands at the tip.</summary>
    /// <param name="repository">A repository; what counts is its <c>HEAD</c>.</param>
    public static Dictionary<string, long> Count(GitCli repository) =>
        Count(repository.Run("log", "--first-parent", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--diff-merges=first-parent", "--format=commit %H"));

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

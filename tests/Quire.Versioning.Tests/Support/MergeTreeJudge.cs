using System.Text;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Support;

/// <summary>What <c>git merge-tree --write-tree</c> says of a list of merges.</summary>
public static class MergeTreeJudge
{
    /// <summary>The verdicts in order; null for a merge over which git itself aborts (2.39 has assertions that fail).</summary>
    public static List<Verdict?> Ask(GitRepo repo, IReadOnlyList<(ObjectId Ours, ObjectId Theirs)> merges)
    {
        var input = string.Concat(merges.Select(m => $"{m.Ours} {m.Theirs}\n"));
        if (!repo.TryGitBytes(Encoding.ASCII.GetBytes(input), out var output, "merge-tree", "--write-tree", "--messages", "--stdin", "--allow-unrelated-histories"))
        {
            var half = merges.Count / 2;
            return half == 0 ? [null] : [.. Ask(repo, [.. merges.Take(half)]), .. Ask(repo, [.. merges.Skip(half)])];
        }
        var tokens = Tokens(output);
        var verdicts = new List<Verdict?>();
        while (tokens.Count > 0)
            verdicts.Add(Read(tokens));
        verdicts.Count.ShouldBe(merges.Count);
        return verdicts;
    }

    private static Verdict Read(Queue<string> tokens)
    {
        var clean = tokens.Dequeue() == "1";
        var tree = ObjectId.Parse(tokens.Dequeue());
        var stages = new List<string>();
        for (var token = tokens.Dequeue(); token.Length > 0; token = tokens.Dequeue())
            stages.Add(token);
        var messages = new List<string>();
        for (var token = tokens.Dequeue(); token.Length > 0; token = tokens.Dequeue())
        {
            var count = int.Parse(token, System.Globalization.CultureInfo.InvariantCulture);
            var paths = Enumerable.Range(0, count).Select(_ => tokens.Dequeue()).ToArray();
            messages.Add($"{string.Join('|', paths)}|{tokens.Dequeue()}|{tokens.Dequeue().TrimEnd('\n')}");
        }
        return new Verdict(clean, tree, stages, messages);
    }

    private static Queue<string> Tokens(byte[] output)
    {
        var tokens = new Queue<string>();
        var rest = output.AsSpan();
        for (var end = rest.IndexOf((byte)0); end >= 0; end = rest.IndexOf((byte)0))
        {
            tokens.Enqueue(GitPath.Decode(rest[..end]));
            rest = rest[(end + 1)..];
        }
        return tokens;
    }

    public sealed record Verdict(bool Clean, ObjectId Tree, IReadOnlyList<string> Stages, IReadOnlyList<string> Messages)
    {
        public IEnumerable<string> Paths => Stages.Select(s => s[(s.IndexOf('\t', StringComparison.Ordinal) + 1)..]).Distinct();
    }
}

using System.Text;
using Quire.Versioning.Diffs;
using Quire.Versioning.Merging.Files;

namespace Quire.Bench.Versioning;

/// <summary>Texts like prompts, out of a seed, each with two edited versions.</summary>
internal sealed class Corpus
{
    public const int Count = 16;

    public static readonly string[] Words = ["answer", "the", "customer", "never", "reveal", "tone", "be", "brief", "and", "clear", "if", "you", "do", "not", "know", "say", "so", "policy", "refund", "order"];

    public Corpus(string folder, int size, int seed)
    {
        var random = new Random(seed);
        Folder = Directory.CreateDirectory(Path.Combine(folder, $"{size}")).FullName;
        for (var i = 0; i < Count; i++)
        {
            var lines = MakeLines(random, size);
            Triples.Add((Save(i, "base", lines), Save(i, "ours", Edit(random, lines)), Save(i, "theirs", Edit(random, lines))));
        }
    }

    public string Folder { get; }

    private List<(byte[] Base, byte[] Ours, byte[] Theirs)> Triples { get; } = [];

    /// <summary>Merges every triple.</summary>
    public void Merge()
    {
        foreach (var (text, ours, theirs) in Triples)
            GC.KeepAlive(FileMerger.Merge(text, ours, theirs).Content);
    }

    /// <summary>Compares the first two texts of every triple.</summary>
    public void Diff()
    {
        foreach (var (text, ours, _) in Triples)
            GC.KeepAlive(LineDiff.Compute(text, ours).Hunks);
    }

    private static List<string> MakeLines(Random random, int size)
    {
        var lines = new List<string>();
        for (var length = 0; length < size; length += lines[^1].Length + 1)
            lines.Add(random.Next(5) == 0 ? "" : string.Join(' ', Enumerable.Range(0, random.Next(4, 14)).Select(_ => Words[random.Next(Words.Length)])));
        return lines;
    }

    private static List<string> Edit(Random random, List<string> lines)
    {
        var edited = new List<string>(lines);
        for (var i = 0; i < Math.Max(3, lines.Count / 40); i++)
        {
            var at = random.Next(edited.Count);
            if (random.Next(3) == 0)
                edited.Insert(at, $"new line {random.Next(1000)}");
            else if (random.Next(2) == 0)
                edited[at] += " (changed)";
            else
                edited.RemoveAt(at);
        }
        return edited;
    }

    private byte[] Save(int index, string part, List<string> lines)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        File.WriteAllBytes(Path.Combine(Folder, $"{index}.{part}"), bytes);
        return bytes;
    }
}

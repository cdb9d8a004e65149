using System.Text;
using Quire.Versioning.Commits;
using Quire.Versioning.Merging;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Support;

/// <summary>Makes up small histories that end in two commits to be merged.</summary>
public sealed class MergeScenario
{
    private static readonly string[] Words = ["alpha", "beta", "gamma", "delta", "", "    indented", "}", "# Title", "- item", "epsilon zeta eta", "\tx"];
    private static readonly string[] Folders = ["", "", "a", "a/b", "c", "c-d", "lib"];
    private static readonly string[] Names = ["one.md", "two.md", "three.md", "readme", "a", "b", "x.txt", "lib"];

    private readonly Random _random;
    private readonly StagingArea _objects;
    private long _time = 1_600_000_000;

    public MergeScenario(int seed, IObjectSource below)
    {
        _random = new Random(seed);
        _objects = new StagingArea(below);
    }

    public IReadOnlyList<StagedObject> Objects => _objects.Objects;

    /// <summary>The two commits to merge.</summary>
    public (ObjectId Ours, ObjectId Theirs) Make()
    {
        var root = new Dictionary<string, (EntryMode Mode, byte[] Content)>(StringComparer.Ordinal);
        var files = _random.Next(2, 9);
        for (var i = 0; i < files; i++)
            Add(root);
        var shape = _random.Next(20);
        if (shape == 0)
            return (Save(root), Save(Edit(root, 3)));
        var start = Save(root);
        var left = Edit(root, _random.Next(1, 5));
        var right = _random.Next(3) == 0 ? Overlap(root, left) : Edit(root, _random.Next(1, 5));
        var ours = Save(left, start);
        var theirs = Save(right, start);
        if (shape > 5)
            return (ours, theirs);
        return CrissCross(ours, left, theirs, right, _random.Next(1, 3));
    }

    // Both sides merge the other's tip, resolve it in their own way, and go on.
    private (ObjectId Ours, ObjectId Theirs) CrissCross(ObjectId ours, Dictionary<string, (EntryMode, byte[])> left, ObjectId theirs, Dictionary<string, (EntryMode, byte[])> right, int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            var merged = new CommitMerger(_objects).Merge(ours, theirs).Tree;
            var files = TreeWalker.Files(_objects, merged).ToDictionary(f => f.Path, f => (f.Mode, _objects.ReadBlob(f.Id).ToArray()), StringComparer.Ordinal);
            left = Edit(_random.Next(3) == 0 ? left : files, _random.Next(0, 3));
            right = Edit(_random.Next(3) == 0 ? right : files, _random.Next(0, 3));
            (ours, theirs) = (Save(left, ours, theirs), Save(right, theirs, ours));
        }
        return (Save(Edit(left, _random.Next(1, 3)), ours), Save(Edit(right, _random.Next(1, 3)), theirs));
    }

    private Dictionary<string, (EntryMode Mode, byte[] Content)> Edit(Dictionary<string, (EntryMode Mode, byte[] Content)> files, int count)
    {
        var edited = new Dictionary<string, (EntryMode Mode, byte[] Content)>(files, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
            EditOnce(edited);
        return edited;
    }

    // Changes the files that the other side changed too.
    private Dictionary<string, (EntryMode Mode, byte[] Content)> Overlap(Dictionary<string, (EntryMode Mode, byte[] Content)> root, Dictionary<string, (EntryMode Mode, byte[] Content)> other)
    {
        var edited = new Dictionary<string, (EntryMode Mode, byte[] Content)>(root, StringComparer.Ordinal);
        foreach (var (path, file) in root)
        {
            if (other.TryGetValue(path, out var theirs) && !theirs.Content.SequenceEqual(file.Content))
                edited[path] = (file.Mode, Change(_random.Next(3) == 0 ? theirs.Content : file.Content));
            else if (!other.ContainsKey(path) && _random.Next(2) == 0)
                edited[path] = (file.Mode, Change(file.Content));
        }
        EditOnce(edited);
        return edited;
    }

    private void EditOnce(Dictionary<string, (EntryMode Mode, byte[] Content)> files)
    {
        if (files.Count == 0)
        {
            Add(files);
            return;
        }
        var path = files.Keys.Order(StringComparer.Ordinal).ElementAt(_random.Next(files.Count));
        var (mode, content) = files[path];
        switch (_random.Next(14))
        {
            case 0:
                files.Remove(path);
                break;
            case 1:
            case 2:
                files.Remove(path);
                Put(files, NewPath(), (mode, _random.Next(2) == 0 ? content : Change(content)));
                break;
            case 3:
                Add(files);
                break;
            case 4:
                files[path] = (mode == EntryMode.File ? EntryMode.Executable : EntryMode.File, content);
                break;
            case 5:
                MoveFolder(files, GitPath.Folder(path), Folders[_random.Next(Folders.Length)] + "m");
                break;
            case 6:
                files.Remove(path);
                Put(files, path + "/" + Names[_random.Next(3)], (mode, content));
                break;
            case 7:
                Put(files, NewPath(), (mode, content));
                break;
            default:
                files[path] = (mode, Change(content));
                break;
        }
    }

    private static void MoveFolder(Dictionary<string, (EntryMode Mode, byte[] Content)> files, string from, string to)
    {
        foreach (var path in files.Keys.Where(p => GitPath.Folder(p) == from).ToList())
        {
            if (!files.Remove(path, out var file))
                continue;
            Put(files, GitPath.Join(to, GitPath.Name(path)), file);
        }
    }

    private void Add(Dictionary<string, (EntryMode Mode, byte[] Content)> files) =>
        Put(files, NewPath(), (_random.Next(10) == 0 ? EntryMode.Executable : EntryMode.File, NewContent()));

    // What stands in the way goes.
    private static void Put(Dictionary<string, (EntryMode Mode, byte[] Content)> files, string path, (EntryMode Mode, byte[] Content) file)
    {
        foreach (var other in files.Keys.Where(p => p.StartsWith(path + "/", StringComparison.Ordinal) || path.StartsWith(p + "/", StringComparison.Ordinal)).ToList())
            files.Remove(other);
        files[path] = file;
    }

    private string NewPath() => GitPath.Join(Folders[_random.Next(Folders.Length)], Names[_random.Next(Names.Length)]);

    private byte[] NewContent()
    {
        var kind = _random.Next(24);
        if (kind == 0)
            return [];
        if (kind == 1)
            return [0, 1, 2, (byte)_random.Next(256), 10, 7, 8, 9];
        var lineEnd = kind < 4 ? "\r\n" : "\n";
        var text = new StringBuilder();
        var count = _random.Next(1, _random.Next(8) == 0 ? 90 : 25);
        for (var i = 0; i < count; i++)
            text.Append(NewLine()).Append(lineEnd);
        if (_random.Next(8) == 0)
            text.Length -= lineEnd.Length;
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private string NewLine() => _random.Next(3) == 0 ? Words[_random.Next(Words.Length)] : $"line {_random.Next(400)} of text";

    private byte[] Change(byte[] content)
    {
        if (content.Contains((byte)0))
            return [.. content, (byte)_random.Next(256)];
        var text = Encoding.UTF8.GetString(content);
        switch (_random.Next(12))
        {
            case 0:
                return Encoding.UTF8.GetBytes(text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text.Replace("\n", "\r\n", StringComparison.Ordinal));
            case 1:
                return Encoding.UTF8.GetBytes(text.EndsWith('\n') ? text.TrimEnd('\r', '\n') : text + "\n");
        }
        var lines = text.Split('\n').ToList();
        var edits = _random.Next(1, 4);
        for (var i = 0; i < edits; i++)
            ChangeLines(lines);
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private void ChangeLines(List<string> lines)
    {
        var at = _random.Next(lines.Count);
        switch (_random.Next(5))
        {
            case 0:
                lines.Insert(at, NewLine());
                break;
            case 1 when lines.Count > 1:
                lines.RemoveRange(at, Math.Min(_random.Next(1, 4), lines.Count - at));
                break;
            case 2:
                lines.InsertRange(at, lines.Slice(at, Math.Min(_random.Next(1, 5), lines.Count - at)));
                break;
            case 3:
                lines[at] = Words[_random.Next(Words.Length)];
                break;
            default:
                lines[at] = NewLine();
                break;
        }
        if (lines.Count == 0)
            lines.Add("");
    }

    private ObjectId Save(Dictionary<string, (EntryMode Mode, byte[] Content)> files, params ObjectId[] parents)
    {
        var editor = new TreeEditor(_objects, null);
        foreach (var (path, file) in files)
            editor.Set(path, _objects.AddBlob(file.Content), file.Mode);
        // Some commits share a second.
        _time += _random.Next(3) == 0 ? 0 : 60;
        var who = new Signature("Test", "test@example.org", _time);
        return _objects.Add(Commit.Create(editor.Write(_objects), parents, who, who, "scenario\n").Raw);
    }
}

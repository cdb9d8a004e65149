using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Trees;

/// <summary>Lines up the entries of three trees by name. A file and a folder of one name stand in one row.</summary>
internal static class ThreeTrees
{
    /// <summary>The rows, in the order in which git walks them.</summary>
    public static List<Row> Align(Tree[] trees)
    {
        var cursors = trees.Select(t => new Cursor(t.Items)).ToArray();
        var rows = new List<Row>();
        while (Lowest(cursors) is { } name)
        {
            var row = new Row(name);
            for (var side = 0; side < 3; side++)
            {
                if (cursors[side].TryTake(name, out var entry))
                    row.Put(side, entry);
            }
            row.Compare();
            rows.Add(row);
        }
        return rows;
    }

    private static string? Lowest(Cursor[] cursors)
    {
        string? lowest = null;
        foreach (var cursor in cursors)
        {
            if (cursor.Current is { } name && (lowest is null || GitPath.Compare(name, lowest) < 0))
                lowest = name;
        }
        return lowest;
    }

    /// <summary>What the three trees have under one name.</summary>
    public sealed class Row(string name)
    {
        public string Name { get; } = name;

        public FileVersion[] Stages { get; } = new FileVersion[3];

        public int FileMask { get; private set; }

        public int DirMask { get; private set; }

        public int MatchMask { get; private set; }

        public void Put(int side, TreeEntry entry)
        {
            Stages[side] = new FileVersion(entry.Mode, entry.Id);
            if (entry.Mode.IsTree())
                DirMask |= 1 << side;
            else
                FileMask |= 1 << side;
        }

        public void Compare()
        {
            var ours = !Stages[0].IsAbsent && Stages[0] == Stages[1];
            var theirs = !Stages[0].IsAbsent && Stages[0] == Stages[2];
            var sides = !Stages[1].IsAbsent && Stages[1] == Stages[2];
            MatchMask = ours ? (theirs ? 7 : 3) : theirs ? 5 : sides ? 6 : 0;
        }
    }

    private sealed class Cursor(TreeEntry[] entries)
    {
        private readonly bool[] _taken = new bool[entries.Length];
        private int _next;

        public string? Current => _next < entries.Length ? entries[_next].Name : null;

        public bool TryTake(string name, out TreeEntry entry)
        {
            // The folder of a name may stand behind files whose names go on with a character below the slash.
            for (var i = _next; i < entries.Length; i++)
            {
                if (!_taken[i] && entries[i].Name == name)
                {
                    entry = entries[i];
                    Take(i);
                    return true;
                }
                if (GitPath.CompareEntries(entries[i].Name, entries[i].Mode.IsTree(), name, true) > 0)
                    break;
            }
            entry = default;
            return false;
        }

        private void Take(int index)
        {
            _taken[index] = true;
            while (_next < entries.Length && _taken[_next])
                _next++;
        }
    }
}

namespace Quire.Versioning.Diffs.Lines;

/// <summary>Two ranges of lines, one of each text, that are compared with each other. Ends are exclusive.</summary>
internal readonly record struct LineRange(int OldStart, int OldEnd, int NewStart, int NewEnd)
{
    public int OldCount => OldEnd - OldStart;

    public int NewCount => NewEnd - NewStart;
}

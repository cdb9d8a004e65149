namespace Quire.Versioning.Diffs.Lines;

/// <summary>Marks of changed lines, addressed by their positions in the whole texts.</summary>
internal readonly struct ChangeMarks(bool[] old, int oldShift, bool[] @new, int newShift)
{
    public void MarkOld(int start, int end) => old.AsSpan(start - oldShift, end - start).Fill(true);

    public void MarkNew(int start, int end) => @new.AsSpan(start - newShift, end - start).Fill(true);
}

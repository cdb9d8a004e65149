using System.Runtime.CompilerServices;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>What counts as true in Python: not the empty, not zero, not none.</summary>
internal static class Truth
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsTrue(in Value value) => value.Tag is Tag.Bool or Tag.Int ? value.Bits != 0 : Other(value);

    private static bool Other(in Value value)
    {
        switch (value.Tag)
        {
            case Tag.None or Tag.Missing: return false;
            case Tag.Undefined: return UndefinedInfo.Mode(value) == UndefinedMode.Strict ? throw UndefinedInfo.Fail(value) : false;
            case Tag.Float: return value.Double != 0;
            case Tag.String or Tag.Markup: return value.Text.Length > 0;
            case Tag.List or Tag.Tuple: return value.Items.Count > 0;
            case Tag.Map: return value.Entries.Count > 0;
            case Tag.Object: return value.Object.IsTrue;
            default: return true;
        }
    }
}

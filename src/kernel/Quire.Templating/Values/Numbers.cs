namespace Quire.Templating.Values;

internal static class Numbers
{
    public static bool AreEqual(in Value a, in Value b) => a.Bits == b.Bits;
}

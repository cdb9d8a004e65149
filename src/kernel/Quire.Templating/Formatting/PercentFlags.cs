namespace Quire.Templating.Formatting;

/// <summary>The flags of a conversion in percent formatting.</summary>
[Flags]
internal enum PercentFlags
{
    None = 0,
    Left = 1,
    Plus = 2,
    Space = 4,
    Alternate = 8,
    Zero = 16,
}

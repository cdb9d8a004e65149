using System.Text;

namespace Quire.Composition.UserText;

/// <summary>Characters that show nothing or turn the order of others, from Unicode's lists of bidirectional controls and default ignorables.</summary>
internal static class InvisibleCharacters
{
    public static string? CodeOf(Rune rune) => rune.Value switch
    {
        < 0xAD => null,
        0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => CompositionCodes.Bidirectional,
        >= 0xE0000 and <= 0xE007F => CompositionCodes.TagCharacters,
        0xAD or 0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or (>= 0x200B and <= 0x200D) => CompositionCodes.ZeroWidth,
        (>= 0x2060 and <= 0x2064) or (>= 0x206A and <= 0x206F) or 0x3164 or 0xFEFF or 0xFFA0 => CompositionCodes.ZeroWidth,
        _ => null,
    };

    public static string MessageOf(string code) => code switch
    {
        CompositionCodes.Bidirectional => "Characters here change the direction in which text is shown.",
        CompositionCodes.TagCharacters => "Tag characters here can carry text that nobody sees.",
        _ => "Characters here show nothing.",
    };
}

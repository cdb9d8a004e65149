using System.Buffers;
using System.Globalization;
using System.Text;

namespace Quire.Prompts.Names;

/// <summary>The grammar of one path segment, shared by prompts, sets and every other place that takes a path.</summary>
internal static class PathGrammar
{
    public const int MaxSegment = 100;

    private const string Punctuation = " -_.+()[]'";

    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_.+()[]'");

    private static readonly HashSet<string> Devices = DeviceNames();

    public static NameError? CheckSegment(ReadOnlySpan<char> segment, string path)
    {
        if (segment.IsEmpty)
            return new(NameCodes.EmptySegment, $"The path `{SafeText.Of(path)}` has an empty segment.", "write `folder/name`, with one slash between segments and none at the ends");
        if (segment is "." or "..")
            return new(NameCodes.Traversal, $"The path `{SafeText.Of(path)}` contains `{segment}`.", "write the full path of the prompt");
        return CheckCharacters(segment, path) ?? CheckShape(segment, path);
    }

    private static NameError? CheckCharacters(ReadOnlySpan<char> segment, string path)
    {
        if (segment.IndexOfAnyExcept(PlainCharacters) < 0)
            return segment.Length > MaxSegment ? TooLong(path) : null;
        var count = 0;
        while (!segment.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(segment, out var rune, out var used) != OperationStatus.Done)
                return new(NameCodes.BadUnicode, $"The path `{SafeText.Of(path)}` is not well-formed Unicode.", "a surrogate stands alone");
            if (CheckRune(rune, path) is { } error)
                return error;
            if (++count > MaxSegment)
                return TooLong(path);
            segment = segment[used..];
        }

        return null;
    }

    private static NameError TooLong(string path) =>
        new(NameCodes.TooLong, $"A segment of the path `{SafeText.Of(path)}` is longer than {MaxSegment} characters.", $"a segment has 1 to {MaxSegment} characters");

    private static NameError? CheckRune(Rune rune, string path)
    {
        if (!IsAllowed(rune))
            return new(NameCodes.BadCharacter, $"The path `{SafeText.Of(path)}` contains {SafeText.Of(rune)}.", HintFor(rune));
        return ComposedForm.IsStable(rune)
            ? null
            : new(NameCodes.NotComposed, $"The path `{SafeText.Of(path)}` contains {SafeText.Of(rune)}, which Unicode's composed form (NFC) writes differently.", "write the name in NFC");
    }

    private static bool IsAllowed(Rune rune)
    {
        if (rune.IsAscii)
            return Rune.IsLetterOrDigit(rune) || Punctuation.Contains((char)rune.Value, StringComparison.Ordinal);
        var category = Rune.GetUnicodeCategory(rune);
        return category <= UnicodeCategory.OtherLetter || category == UnicodeCategory.DecimalDigitNumber;
    }

    private static string HintFor(Rune rune) => rune.Value switch
    {
        '\\' => "separate segments with `/`",
        '%' => "send the path percent-encoded exactly once",
        '@' or ':' => "`@` and `:` belong to addresses, not to paths",
        _ => "a segment has letters, digits and ` -_.+()[]'`",
    };

    private static NameError? CheckShape(ReadOnlySpan<char> segment, string path)
    {
        if (segment[0] == '.')
            return new(NameCodes.LeadingDot, $"The path `{SafeText.Of(path)}` has a segment that begins with a dot.", "files that begin with a dot are assets, not prompts");
        if (segment[^1] is ' ' or '.')
            return new(NameCodes.TrailingSpaceOrDot, $"The path `{SafeText.Of(path)}` has a segment that ends in a space or a dot.", "Windows drops it: remove it");
        return IsDevice(segment)
            ? new(NameCodes.DeviceName, $"The path `{SafeText.Of(path)}` contains `{segment}`, a device name of Windows.", "add a word to it")
            : null;
    }

    // Windows looks at the part before the first dot, whatever follows, and drops spaces at its end.
    private static bool IsDevice(ReadOnlySpan<char> segment)
    {
        var dot = segment.IndexOf('.');
        var stem = (dot < 0 ? segment : segment[..dot]).TrimEnd(' ');
        return stem.Length is 3 or 4 && Devices.GetAlternateLookup<ReadOnlySpan<char>>().Contains(stem);
    }

    private static HashSet<string> DeviceNames()
    {
        var names = new HashSet<string>(["CON", "PRN", "AUX", "NUL"], StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i <= 9; i++)
        {
            names.Add($"COM{i}");
            names.Add($"LPT{i}");
        }

        return names;
    }
}

using System.Buffers;
using System.Globalization;
using Quire.Prompts.Names;

namespace Quire.Prompts.Addresses;

/// <summary>Reads what an address says about the version.</summary>
internal static class SelectorParser
{
    private const int MaxRange = 100;

    private static readonly SearchValues<char> RangeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-+^~<>=| *");

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(Digits);

    public static (Selector?, NameError?) AliasOrNumber(string text, string address)
    {
        if (text == AliasName.Latest)
            return (Selector.Latest, null);
        if (text.AsSpan().ContainsOnlyDigits())
            return Number(text, address);
        if (text.Length > 0 && BeginsRange(text))
            return Refuse(AddressCodes.Selector, address, $"asks for the release `{SafeText.Of(text)}` of a prompt, but sets are released, not prompts", "write `@org/set@RANGE/path`");
        if (text.AsSpan().ContainsAny("/:"))
            return Refuse(AddressCodes.Selector, address, $"ends in `@{SafeText.Of(text)}`, which is neither alias nor number", "a branch or tag stands before the path: `@org/project@REF:path`");
        return AliasName.TryParse(text, out var alias, out var error) ? (new Selector.Alias(alias), null) : (null, error);
    }

    public static (Selector?, NameError?) Number(string text, string address) =>
        text[0] != '0' && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (new Selector.Number(number), null)
            : Refuse(AddressCodes.Number, address, $"has the version number `{SafeText.Of(text)}`", $"numbers run from 1 to {int.MaxValue}, without leading zeros");

    public static (Selector?, NameError?) RefOrCommit(string text, string address)
    {
        if (!text.StartsWith("sha:", StringComparison.Ordinal))
            return RefName.TryParse(text, out var name, out var error) ? (new Selector.Ref(name), null) : (null, error);
        var hex = text["sha:".Length..];
        return hex.Length is >= 4 and <= 40 && hex.All(char.IsAsciiHexDigit)
            ? (new Selector.Commit(hex.ToLowerInvariant()), null)
            : Refuse(AddressCodes.Commit, address, $"has the commit id `{SafeText.Of(hex)}`", "a commit id has 4 to 40 hexadecimal digits");
    }

    /// <summary>The range's own grammar belongs to packages; here only what tells it from a branch and keeps it bounded.</summary>
    public static (Selector?, NameError?) Release(string text, string address)
    {
        if (!BeginsRange(text) && !IsFullVersion(text))
            return Refuse(AddressCodes.Range, address, $"has `{SafeText.Of(text)}` where a range of releases or a full version stands", $"a range begins with one of ^ ~ > < =, a version reads 1.2.3; a branch is written `@{SafeText.Of(text)}:path`");
        return text.Length <= MaxRange && !text.AsSpan().ContainsAnyExcept(RangeCharacters)
            ? (new Selector.Release(text), null)
            : Refuse(AddressCodes.Range, address, $"has the range `{SafeText.Of(text)}`, which contains a character that no range has, or more than {MaxRange}", "for example `^2.1`, `>=1.2 <2`, `1.4.0`");
    }

    private static bool BeginsRange(string text) => text.Length > 0 && text[0] is '^' or '~' or '>' or '<' or '=';

    private static bool IsFullVersion(string text)
    {
        var core = text.AsSpan();
        var end = core.IndexOfAny('-', '+');
        if (end >= 0)
            core = core[..end];
        var parts = 0;
        foreach (var range in core.Split('.'))
        {
            if (!core[range].ContainsOnlyDigits())
                return false;
            parts++;
        }

        return parts == 3;
    }

    private static (Selector?, NameError?) Refuse(string code, string address, string reason, string hint) =>
        (null, new(code, $"The address `{SafeText.Of(address)}` {reason}.", hint));
}

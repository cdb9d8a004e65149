using System.Globalization;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Errors;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;

namespace Quire.AspNetCore.Prompts;

/// <summary>Reads which version is meant: by alias, number or ref, one of them at most.</summary>
internal static class Selectors
{
    private const string CommitMark = "sha:";
    private const int ShortestHex = 4;
    private const int LongestHex = 40;

    /// <summary>The selector in a query; the latest version where there is none.</summary>
    /// <exception cref="QuireException"><c>invalid_selector</c>, <c>invalid_name</c>, <c>invalid_parameter</c>.</exception>
    public static Selector Selector(this Call call) =>
        Of(call.Query("alias"), call.QueryNumber("version"), call.Query("ref")) ?? Quire.Prompts.Addresses.Selector.Latest;

    /// <summary>The selector of three parts; null where all are absent.</summary>
    /// <exception cref="QuireException"><c>invalid_selector</c>, <c>invalid_name</c>.</exception>
    public static Selector? Of(string? alias, long? version, string? reference)
    {
        if ((alias is null ? 0 : 1) + (version is null ? 0 : 1) + (reference is null ? 0 : 1) > 1)
            throw new QuireException(ErrorKind.Invalid, "invalid_selector", "More than one of alias, version and ref is given.", "Give one of them, or none for the latest version.");
        if (version is { } number)
            return new Selector.Number(InRange(number));
        return alias is not null ? OfAlias(alias) : reference is not null ? OfRef(reference) : null;
    }

    private static Selector OfAlias(string alias)
    {
        if (alias == AliasName.Latest)
            return Quire.Prompts.Addresses.Selector.Latest;
        return AliasName.TryParse(alias, out var name, out var error) ? new Selector.Alias(name) : throw error.AsException();
    }

    private static Selector OfRef(string reference)
    {
        if (!reference.StartsWith(CommitMark, StringComparison.Ordinal))
            return RefName.TryParse(reference, out var name, out var error) ? new Selector.Ref(name) : throw error.AsException();
        var hex = reference[CommitMark.Length..];
        if (hex.Length is < ShortestHex or > LongestHex || !hex.All(char.IsAsciiHexDigitLower))
            throw new QuireException(ErrorKind.Invalid, "invalid_selector", "The ref names no commit.", $"Write sha: and {ShortestHex} to {LongestHex} lower-case hexadecimal digits.");
        return new Selector.Commit(hex);
    }

    private static int InRange(long number) => number is > 0 and <= int.MaxValue
        ? (int)number
        : throw new QuireException(ErrorKind.Invalid, "invalid_selector", $"There cannot be a version {number.ToString(CultureInfo.InvariantCulture)}.", "Versions count from 1.");
}

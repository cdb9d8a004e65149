using Quire.Prompts.Names;

namespace Quire.Prompts.Addresses;

/// <summary>
/// Decides the form by its beginning, then reads it left to right. Paths contain neither <c>@</c> nor <c>:</c>, so the first
/// of these marks after the project's name says which form it is, and nothing is ever guessed.
/// </summary>
internal static class AddressParser
{
    public static (Address? Address, NameError? Error) Parse(string? text, AddressDefaults? defaults)
    {
        if (string.IsNullOrEmpty(text))
            return (null, new(NameCodes.Empty, "The address is empty.", "write `@org/project/path@production`"));
        if (text.Length > Address.MaxLength)
            return (null, new(AddressCodes.TooLong, $"The address is longer than {Address.MaxLength} characters.", "send variables in the request's body"));
        if (text.StartsWith("prompt://", StringComparison.Ordinal))
            return UriAddressParser.Parse(text);
        if (text.StartsWith("prompts:/", StringComparison.Ordinal))
            return ParseMlflow(text, defaults);
        return text[0] == '@' ? ParseAbsolute(text) : ParseShort(text, defaults);
    }

    private static (Address?, NameError?) ParseAbsolute(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return Refuse(AddressCodes.NoPrompt, text, "names no project and no prompt", "write `@org/project/path`");
        if (!OrganisationName.TryParse(text[1..slash], out var organisation, out var error))
            return (null, error);
        var mark = text.AsSpan(slash + 1).IndexOfAny("/@:");
        var end = mark < 0 ? text.Length : slash + 1 + mark;
        if (!ProjectName.TryParse(text[(slash + 1)..end], out var project, out error))
            return (null, error);
        if (end >= text.Length - 1)
            return Refuse(AddressCodes.NoPrompt, text, "names a project, but no prompt", $"add the prompt's path: `@{organisation}/{project}/path`");
        var rest = text[(end + 1)..];
        var place = new AddressDefaults(organisation, project);
        return text[end] switch
        {
            '/' => ParsePathForm(rest, place, text),
            ':' => Build(place, rest, Selector.Latest),
            _ => ParsePinned(rest, place, text),
        };
    }

    // path, path@alias, path@7
    private static (Address?, NameError?) ParsePathForm(string rest, AddressDefaults place, string text)
    {
        var at = rest.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            return Build(place, rest, Selector.Latest);
        var (selector, error) = SelectorParser.AliasOrNumber(rest[(at + 1)..], text);
        return selector is null ? (null, error) : Build(place, rest[..at], selector);
    }

    // REF:path, sha:HEX:path, RANGE/path
    private static (Address?, NameError?) ParsePinned(string rest, AddressDefaults place, string text)
    {
        var colon = rest.LastIndexOf(':');
        if (colon >= 0)
        {
            var (selector, error) = SelectorParser.RefOrCommit(rest[..colon], text);
            return selector is null ? (null, error) : Build(place, rest[(colon + 1)..], selector);
        }

        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return Refuse(AddressCodes.NoPrompt, text, "names a project, but no prompt", $"write `@{place.Organisation}/{place.Project}/path@{rest}` or `@{place.Organisation}/{place.Project}@{rest}:path`");
        var (release, refusal) = SelectorParser.Release(rest[..slash], text);
        return release is null ? (null, refusal) : Build(place, rest[(slash + 1)..], release);
    }

    // path, path@alias, path@7, REF:path in the default project
    private static (Address?, NameError?) ParseShort(string text, AddressDefaults? defaults)
    {
        if (defaults is null)
            return Refuse(AddressCodes.NoDefaults, text, "names no organisation and no project", $"did you mean `@org/project/{SafeText.Of(text)}`?");
        return text.Contains(':', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal)
            ? ParsePinned(text, defaults, text)
            : ParsePathForm(text, defaults, text);
    }

    private static (Address?, NameError?) ParseMlflow(string text, AddressDefaults? defaults)
    {
        if (defaults is null)
            return Refuse(AddressCodes.NoDefaults, text, "names no organisation and no project", "use a key with a default project, or write `@org/project/path`");
        var rest = text["prompts:/".Length..].TrimStart('/');
        if (rest.Contains('@', StringComparison.Ordinal))
            return ParsePathForm(rest, defaults, text);
        var slash = rest.LastIndexOf('/');
        if (slash <= 0 || !rest.AsSpan(slash + 1).ContainsOnlyDigits())
            return Build(defaults, rest, Selector.Latest);
        var (selector, error) = SelectorParser.AliasOrNumber(rest[(slash + 1)..], text);
        return selector is null ? (null, error) : Build(defaults, rest[..slash], selector);
    }

    internal static (Address?, NameError?) Build(AddressDefaults place, string path, Selector selector) =>
        PromptPath.TryParse(path, out var parsed, out var error)
            ? (new Address { Organisation = place.Organisation, Project = place.Project, Path = parsed, Selector = selector }, null)
            : (null, error);

    internal static (Address?, NameError?) Refuse(string code, string text, string reason, string hint) =>
        (null, new(code, $"The address `{SafeText.Of(text)}` {reason}.", hint));
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Quire.Prompts.Names;

namespace Quire.Prompts.Addresses;

/// <summary>
/// Where a prompt is and which version of it is meant. One parser reads every form; docs/addresses.md lists them.
/// </summary>
public sealed record Address
{
    /// <summary>The longest address, in UTF-16 units (variables of a URI included).</summary>
    public const int MaxLength = 8192;

    /// <summary>The organisation.</summary>
    public required OrganisationName Organisation { get; init; }

    /// <summary>The project, or the prompt set where <see cref="Selector"/> is a release.</summary>
    public required ProjectName Project { get; init; }

    /// <summary>The prompt's path inside the project or set.</summary>
    public required PromptPath Path { get; init; }

    /// <summary>Which version.</summary>
    public Selector Selector { get; init; } = Selector.Latest;

    /// <summary>The server (<c>host</c> or <c>host:port</c>) of a <c>prompt://</c> URI; null in the other forms.</summary>
    public string? Host { get; init; }

    /// <summary>The variables of a <c>prompt://</c> URI (<c>var.NAME=VALUE</c>), in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>Reads an address in any form.</summary>
    /// <param name="text">The address.</param>
    /// <param name="defaults">What short forms leave out; null refuses them.</param>
    /// <param name="address">The address where the text is one.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        AddressDefaults? defaults,
        [NotNullWhen(true)] out Address? address,
        [NotNullWhen(false)] out NameError? error)
    {
        (address, error) = AddressParser.Parse(text, defaults);
        return address is not null;
    }

    /// <summary>Reads an address in any form or throws.</summary>
    /// <exception cref="FormatException">The text is no address.</exception>
    public static Address Parse(string text, AddressDefaults? defaults = null) =>
        TryParse(text, defaults, out var address, out var error) ? address : throw new FormatException(error.ToString());

    /// <summary>The canonical text without host and variables, for example <c>@main/prompts/support/answer@production</c>.</summary>
    public override string ToString() => Selector switch
    {
        Selector.Alias alias => $"@{Organisation}/{Project}/{Path}@{alias.Name}",
        Selector.Number number => string.Create(CultureInfo.InvariantCulture, $"@{Organisation}/{Project}/{Path}@{number.Version}"),
        Selector.Ref reference => $"@{Organisation}/{Project}@{reference.Name}:{Path}",
        Selector.Commit commit => $"@{Organisation}/{Project}@sha:{commit.Hex}:{Path}",
        Selector.Release release => $"@{Organisation}/{Project}@{release.Range}/{Path}",
        _ => $"@{Organisation}/{Project}/{Path}",
    };

    /// <summary>The address as a <c>prompt://</c> URI, with its variables.</summary>
    /// <param name="host">The server; null takes <see cref="Host"/>.</param>
    /// <exception cref="InvalidOperationException">Neither names a server.</exception>
    public string ToUri(string? host = null)
    {
        host ??= Host ?? throw new InvalidOperationException("A prompt:// URI names a server.");
        var builder = new StringBuilder($"prompt://{host}/{Organisation}/{Project}/");
        builder.AppendJoin('/', Path.Segments.Select(Uri.EscapeDataString));
        var separator = '?';
        foreach (var (key, value) in QueryPairs())
        {
            builder.Append(separator).Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return builder.ToString();
    }

    private IEnumerable<KeyValuePair<string, string>> QueryPairs()
    {
        KeyValuePair<string, string>? selector = Selector switch
        {
            Selector.Alias alias => new("alias", alias.Name.Value),
            Selector.Number number => new("version", number.Version.ToString(CultureInfo.InvariantCulture)),
            Selector.Ref reference => new("ref", reference.Name.Value),
            Selector.Commit commit => new("ref", "sha:" + commit.Hex),
            Selector.Release release => new("release", release.Range),
            _ => null,
        };
        var variables = Variables.Select(pair => KeyValuePair.Create("var." + pair.Key, pair.Value));
        return selector is { } first ? variables.Prepend(first) : variables;
    }

    /// <inheritdoc/>
    public bool Equals(Address? other) =>
        other is not null
        && Organisation == other.Organisation
        && Project == other.Project
        && Path.Equals(other.Path)
        && Selector == other.Selector
        && Host == other.Host
        && Variables.SequenceEqual(other.Variables);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Organisation, Project, Path, Selector, Host, Variables.Count);
}

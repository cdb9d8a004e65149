using System.Globalization;
using Quire.Cli.Terminal;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;

namespace Quire.Cli.Connecting;

/// <summary>Addresses as people write them, as routes.</summary>
internal static class AddressRoutes
{
    /// <summary>Reads an address; short forms mean the project of the call.</summary>
    public static Address ParseAddress(this QuireApi api, string text)
    {
        var defaults = new AddressDefaults(OrganisationName.Parse(api.Organisation), ProjectName.Parse(api.Project));
        if (!Address.TryParse(text, defaults, out var address, out var problem))
            throw CliErrors.WrongCall(problem.Message, problem.Hint);
        return address.Organisation == defaults.Organisation
            ? address
            : throw CliErrors.WrongCall($"'{text}' is in the organisation '{address.Organisation}', and the key belongs to '{api.Organisation}'.", "Leave the organisation out.");
    }

    /// <summary>The route of a prompt, or of something below it.</summary>
    public static string PromptRoute(this QuireApi api, Address address, string below = "") =>
        api.ProjectRoute($"prompts/{Uri.EscapeDataString(address.Path.Value)}{below}", address.Project.ToString());

    /// <summary>The version that an address means, as a query; empty for the latest one.</summary>
    public static string Query(Selector selector) => selector switch
    {
        Selector.Alias alias => $"?alias={Uri.EscapeDataString(alias.Name.Value)}",
        Selector.Number number => string.Create(CultureInfo.InvariantCulture, $"?version={number.Version}"),
        Selector.Ref reference => $"?ref={Uri.EscapeDataString(reference.Name.Value)}",
        Selector.Commit commit => $"?ref={Uri.EscapeDataString("sha:" + commit.Hex)}",
        Selector.Release => throw CliErrors.WrongCall("Releases of prompt sets cannot be read yet.", "Name an alias, a version, a branch or a commit."),
        _ => "",
    };
}

using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.Addresses;

namespace Quire.Core.Lineage;

/// <summary>Turns the addresses of a new run into versions.</summary>
internal static class RunAddresses
{
    /// <summary>The versions, each once.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>version_not_found</c>, <c>alias_not_found</c>, <c>invalid_selector</c>, <c>invalid_name</c>, <c>project_not_found</c>.</exception>
    public static HashSet<(long PromptId, long Number)> Find(ISession session, Principal caller, IReadOnlyList<string> addresses) =>
        [.. addresses.Select(text => Find(session, caller, Addressing.Parse(caller, text)))];

    private static (long PromptId, long Number) Find(ISession session, Principal caller, Address address)
    {
        if (address.Organisation.Value != caller.Organisation)
            throw Resolver.NotFound(address);
        var prompt = PromptLister.RequirePrompt(session, caller, address.Project.Value, address.Path.Value);
        var number = Number(session, prompt, address);
        // A deleted version was used all the same.
        var version = session.Versions.Find(prompt.ProjectId, prompt.Id, number)
            ?? throw new QuireException(ErrorKind.NotFound, "version_not_found", $"The prompt '{prompt.Path}' has no version {number}.", $"Its newest version is {prompt.LastNumber}.");
        return caller.Sees(version.Layer, version.Scope) ? (prompt.Id, number) : throw Resolver.NotFound(address);
    }

    private static long Number(ISession session, Prompt prompt, Address address) => address.Selector switch
    {
        Selector.Number number => number.Version,
        Selector.Alias alias => session.Aliases.Find(prompt.ProjectId, prompt.Id, alias.Name.Value)?.Number
            ?? throw new QuireException(ErrorKind.NotFound, "alias_not_found", $"The prompt '{prompt.Path}' has no alias '{alias.Name}'.", "Name the version by its number."),
        _ when address.Selector == Selector.Latest => prompt.LatestNumber
            ?? throw new QuireException(ErrorKind.NotFound, "version_not_found", $"The prompt '{prompt.Path}' does not stand any more.", "Name the version that was used by its number."),
        _ => throw new QuireException(ErrorKind.Invalid, "invalid_selector", $"'{address}' names no numbered version.", "Write support/answer@7, an alias, or nothing for the latest version."),
    };
}

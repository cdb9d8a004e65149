using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Prompts;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;

namespace Quire.Core.Langfuse;

/// <summary>Reads prompts as Langfuse's clients mean them: by label or number, the prompts that they name put in. Contributions of layers are no prompts here.</summary>
/// <param name="reader">The way out.</param>
public sealed class LangfuseReader(PromptReader reader)
{
    /// <summary>A version by number, else by label.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="project">The project.</param>
    /// <param name="name">The prompt's name.</param>
    /// <param name="version">The number; null for none.</param>
    /// <param name="label">The label; not read where a number is given.</param>
    /// <param name="compose">Whether the prompts that it names are put in.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The version; null where there is none, or it was deleted.</returns>
    /// <exception cref="QuireException"><c>langfuse_dependency</c>, <c>too_large</c>.</exception>
    public async ValueTask<LangfusePrompt?> Find(Principal caller, string project, string name, long? version, string label, bool compose, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        if (await Version(caller, project, name, version, label, cancellation) is not { } found)
            return null;
        var content = LangfuseContent.Of(found);
        if (!compose)
            return new LangfusePrompt(found, content, null);
        var composed = await Compose(caller, project, new LangfuseNode(found.Prompt!.Id, found.Path, found.Version!.Number), content, cancellation);
        return new LangfusePrompt(found, composed.Content, composed.Dependencies.Count == 0 ? null : composed);
    }

    /// <summary>Puts the prompts that a content names into it.</summary>
    internal ValueTask<ComposedContent> Compose(Principal caller, string project, LangfuseNode root, LangfuseContent content, CancellationToken cancellation) =>
        new LangfuseComposer(tag => Version(caller, project, tag.Name, tag.Version, tag.Label ?? "", cancellation)).Compose(root, content);

    /// <summary>A version by number, else by label; null where there is none.</summary>
    internal async ValueTask<ResolvedPrompt?> Version(Principal caller, string project, string name, long? version, string label, CancellationToken cancellation)
    {
        // What no path or alias can be called is not there.
        if (!PromptPath.TryParse(name, out _, out _) || Selector(version, label) is not { } selector)
            return null;
        return await Find(caller, project, name, selector, cancellation) is { Content.Facts.Layer: null } found ? found : null;
    }

    /// <summary>What an address leads to, contributions too; null where that is nothing.</summary>
    internal async ValueTask<ResolvedPrompt?> Find(Principal caller, string project, string name, Selector selector, CancellationToken cancellation)
    {
        try
        {
            return await reader.ResolveAny(caller, Addressing.Of(caller, project, name, selector), cancellation);
        }
        catch (QuireException error) when (error.Error.Code is "prompt_not_found" or "alias_not_found" or "version_not_found" or "version_deleted")
        {
            return null;
        }
    }

    private static Selector? Selector(long? version, string label)
    {
        if (version is { } number)
            return number is > 0 and <= int.MaxValue ? new Selector.Number((int)number) : null;
        if (label == AliasName.Latest)
            return Quire.Prompts.Addresses.Selector.Latest;
        return AliasName.TryParse(label, out var alias, out _) ? new Selector.Alias(alias) : null;
    }
}

using System.Diagnostics.CodeAnalysis;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;

namespace Quire.Prompts.PromptFiles;

/// <summary>The base prompt that a contribution extends: a path in its own project, or <c>@org/project:path</c>.</summary>
/// <param name="Organisation">Null for the contribution's own.</param>
/// <param name="Project">Null for the contribution's own.</param>
/// <param name="Path">The base prompt's path.</param>
public sealed record ExtendsTarget(OrganisationName? Organisation, ProjectName? Project, PromptPath Path)
{
    /// <summary>Reads the value of <c>extends</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ExtendsTarget? target, [NotNullWhen(false)] out NameError? error)
    {
        target = null;
        if (text is null || !text.StartsWith('@'))
        {
            target = PromptPath.TryParse(text, out var path, out error) ? new(null, null, path) : null;
            return target is not null;
        }

        if (!Address.TryParse(text, null, out var address, out error))
            return false;
        if (address.Selector != Selector.Latest)
            error = new(AddressCodes.Selector, $"`extends: {SafeText.Of(text)}` selects a version, but the request selects the versions of all layers.", "write `@org/project:path`");
        else
            target = new(address.Organisation, address.Project, address.Path);
        return error is null;
    }

    /// <summary>The text of <c>extends</c>.</summary>
    public override string ToString() => Project is null ? Path.Value : $"@{Organisation}/{Project}:{Path}";
}

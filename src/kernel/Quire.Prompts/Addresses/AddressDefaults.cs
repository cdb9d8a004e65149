using Quire.Prompts.Names;

namespace Quire.Prompts.Addresses;

/// <summary>What a short address leaves out.</summary>
public sealed record AddressDefaults(OrganisationName Organisation, ProjectName Project)
{
    /// <summary>Project <c>prompts</c> of <c>main</c>: where local commands look.</summary>
    public static AddressDefaults Local { get; } = new(OrganisationName.Parse("main"), ProjectName.Parse("prompts"));
}

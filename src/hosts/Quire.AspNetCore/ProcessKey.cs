using Quire.Core.Access;
using Quire.Core.Organisations;

namespace Quire.AspNetCore;

/// <summary>A key that lives as long as the process: whoever started it, or can read its lock file, owns the data already.</summary>
/// <param name="Secret">The text that opens it, in the form of every key.</param>
/// <param name="OrganisationId">The organisation that it owns.</param>
/// <param name="Organisation">The organisation's name.</param>
public sealed record ProcessKey(string Secret, long OrganisationId, string Organisation)
{
    /// <summary>Makes a key for the owner of an organisation.</summary>
    public static ProcessKey Create(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return new ProcessKey(KeySecret.Create().Text, organisation.Id, organisation.Name);
    }

    /// <summary>The key without its secret, for logs.</summary>
    public override string ToString() => $"process key of {Organisation}";
}

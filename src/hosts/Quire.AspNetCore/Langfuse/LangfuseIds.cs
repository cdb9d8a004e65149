using System.Security.Cryptography;
using System.Text;
using Quire.Core.Langfuse;
using Quire.Core.Organisations;

namespace Quire.AspNetCore.Langfuse;

/// <summary>
/// The ids of versions as Langfuse's clients see them: the same for the same version for ever, in the form of a UUID (version 8, RFC 9562) made of a hash.
/// </summary>
internal static class LangfuseIds
{
    /// <summary>The id of a version.</summary>
    public static string Of(Project project, LangfuseNode node)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"langfuse:{project.OrganisationId}:{project.Id}:{node.PromptId}:{node.Version}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }
}

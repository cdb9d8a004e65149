using Quire.Core.Access;
using Quire.Storage.Sessions;

namespace Quire.Storage.Access;

/// <summary>A row of <c>sign_ins</c>.</summary>
internal sealed class SignInRow
{
    public const string Columns = "hash, organisation_id AS OrganisationId, key_id AS KeyId, created_at AS CreatedAt, expires_at AS ExpiresAt";

    public byte[] Hash { get; set; } = [];

    public long OrganisationId { get; set; }

    public string KeyId { get; set; } = "";

    public long CreatedAt { get; set; }

    public long ExpiresAt { get; set; }

    public SignIn ToSignIn() => new(Hash, OrganisationId, KeyId, Micros.ToTime(CreatedAt), Micros.ToTime(ExpiresAt));

    public static SignInRow Of(SignIn signIn) => new()
    {
        Hash = signIn.Hash,
        OrganisationId = signIn.OrganisationId,
        KeyId = signIn.KeyId,
        CreatedAt = Micros.From(signIn.CreatedAt),
        ExpiresAt = Micros.From(signIn.ExpiresAt),
    };
}

using Quire.Core.Access;
using Quire.Storage.Sessions;

namespace Quire.Storage.Access;

/// <inheritdoc cref="ISignIns"/>
internal sealed class SignInTable(Db db) : ISignIns
{
    private const string ByHash = $"SELECT {SignInRow.Columns} FROM sign_ins WHERE hash = @hash";
    private const string Insertion =
        "INSERT INTO sign_ins (hash, organisation_id, key_id, created_at, expires_at) VALUES (@Hash, @OrganisationId, @KeyId, @CreatedAt, @ExpiresAt)";
    private const string Deletion = "DELETE FROM sign_ins WHERE hash = @hash";
    private const string Expiry = "DELETE FROM sign_ins WHERE expires_at <= @now";

    public SignIn? Find(byte[] hash) => db.Find<SignInRow>(ByHash, new { hash })?.ToSignIn();

    public void Add(SignIn signIn) => db.Execute(Insertion, SignInRow.Of(signIn));

    public void Remove(byte[] hash) => db.Execute(Deletion, new { hash });

    public void RemoveExpired(DateTimeOffset now) => db.Execute(Expiry, new { now = Micros.From(now) });
}

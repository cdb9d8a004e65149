using System.Security.Cryptography;
using System.Text;
using Quire.Core.Access;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Access;

public sealed class SignInTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task What_was_added_is_found_by_its_hash_and_by_no_other(Database database)
    {
        var scene = await WithKey(database);
        var signIn = SignIn(scene, "found", TimeSpan.FromDays(1));
        await scene.Write(session => session.SignIns.Add(signIn));
        var found = (await scene.Read(session => session.SignIns.Find(signIn.Hash)))!;
        found.Hash.ShouldBe(signIn.Hash);
        (found with { Hash = signIn.Hash }).ShouldBe(signIn);
        (await scene.Read(session => session.SignIns.Find(Hash(scene, "other")))).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task What_was_removed_is_gone_and_the_rest_stays(Database database)
    {
        var scene = await WithKey(database);
        var (gone, stays) = (SignIn(scene, "gone", TimeSpan.FromDays(1)), SignIn(scene, "stays", TimeSpan.FromDays(1)));
        await scene.Write(session =>
        {
            session.SignIns.Add(gone);
            session.SignIns.Add(stays);
        });
        await scene.Write(session => session.SignIns.Remove(gone.Hash));
        (await scene.Read(session => session.SignIns.Find(gone.Hash))).ShouldBeNull();
        (await scene.Read(session => session.SignIns.Find(stays.Hash))).ShouldNotBeNull();
    }

    [Theory, EveryDatabase]
    public async Task What_has_expired_is_swept_and_what_has_a_moment_left_is_not(Database database)
    {
        var scene = await WithKey(database);
        var (old, young) = (SignIn(scene, "old", TimeSpan.Zero), SignIn(scene, "young", TimeSpan.FromMilliseconds(1)));
        await scene.Write(session =>
        {
            session.SignIns.Add(old);
            session.SignIns.Add(young);
        });
        await scene.Write(session => session.SignIns.RemoveExpired(Scene.Now));
        (await scene.Read(session => session.SignIns.Find(old.Hash))).ShouldBeNull();
        (await scene.Read(session => session.SignIns.Find(young.Hash))).ShouldNotBeNull();
    }

    private async Task<Scene> WithKey(Database database)
    {
        var scene = await stores.Scene(database);
        await scene.Write(session => session.ApiKeys.Add(new ApiKey
        {
            Id = KeyOf(scene),
            OrganisationId = scene.OrganisationId,
            Name = "browser",
            Hash = Hash(scene, "key"),
            DefaultProject = "prompts",
            Permissions = Permissions.Read,
            CreatedAt = Scene.Now,
        }));
        return scene;
    }

    private static string KeyOf(Scene scene) => $"sign-in-{scene.OrganisationId}";

    private static SignIn SignIn(Scene scene, string token, TimeSpan lifetime) => new(Hash(scene, token), scene.OrganisationId, KeyOf(scene), Scene.Now, Scene.Now + lifetime);

    private static byte[] Hash(Scene scene, string token) => SHA256.HashData(Encoding.UTF8.GetBytes($"{scene.OrganisationId} {token}"));
}

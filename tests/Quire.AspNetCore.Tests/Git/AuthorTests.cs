using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Git;

/// <summary>Who wrote a commit, as people read it and as git does.</summary>
public sealed class AuthorTests : IAsyncLifetime
{
    private GitShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await GitShop.Open();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Theory]
    [InlineData("Maya Lindqvist", "Maya Lindqvist")]
    [InlineData("编辑 ⌘", "编辑 ⌘")]
    [InlineData(" \"web\" <root@example.com>\n, ", "web\" root@example.com")]
    [InlineData("...", null)]
    public async Task A_commit_carries_the_name_of_its_key_and_the_address_of_its_id(string name, string? shown)
    {
        var made = (await _shop.Quire.Client.Send("POST", "/api/v1/orgs/main/keys", new { name, permissions = new[] { "read", "write" } })).Should(HttpStatusCode.Created).Json;
        var id = made.GetProperty("id").GetString()!;
        var client = _shop.Quire.ClientFor(made.GetProperty("key").GetString());

        (await client.Send("POST", $"{Sending.Project}/commits", new { message = "Say it", changes = new[] { new { path = "a.prompt.md", content = "Hello\n" } } })).Should(HttpStatusCode.Created);

        var clone = _shop.Cloned(_shop.Url("prompts"), "clone");
        clone.Run("log", "-1", "--format=%an|%ae|%cn|%ce").ShouldBe($"{shown ?? id}|{id}@users.quire.invalid|{shown ?? id}|{id}@users.quire.invalid");
        clone.Run("fsck", "--strict");
        (await client.Get($"{Sending.Project}/prompts/a")).Json.GetProperty("author").GetString().ShouldBe(shown ?? id);
    }
}

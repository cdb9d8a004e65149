using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Prompts;

public sealed class GetPromptTests
{
    [Fact]
    public async Task A_committed_prompt_is_served_by_alias_version_and_ref()
    {
        await using var quire = await RunningQuire.Start();
        await quire.Commit(("support/answer.prompt.md", "---\ndescription: Answers\ntags: [a, b]\n---\nHello {{ name }}"));
        await quire.Commit(("support/answer.prompt.md", "Hello again, {{ name }}"));

        var latest = (await quire.Client.Get($"{Sending.Project}/prompts/support%2Fanswer")).Should(HttpStatusCode.OK).Json;
        var first = (await quire.Client.Get($"{Sending.Project}/prompts/support%2Fanswer?version=1")).Should(HttpStatusCode.OK).Json;
        var branch = (await quire.Client.Get($"{Sending.Project}/prompts/support%2Fanswer?ref=main")).Should(HttpStatusCode.OK).Json;

        latest.GetProperty("version").GetInt64().ShouldBe(2);
        latest.GetProperty("template").GetString().ShouldBe("Hello again, {{ name }}");
        first.GetProperty("description").GetString().ShouldBe("Answers");
        first.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["a", "b"]);
        branch.GetProperty("blob").GetString().ShouldBe(latest.GetProperty("blob").GetString());
    }
}

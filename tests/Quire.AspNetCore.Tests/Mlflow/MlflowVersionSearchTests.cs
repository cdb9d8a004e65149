using System.Net;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>Searches for the versions of a prompt.</summary>
public sealed class MlflowVersionSearchTests : MlflowServer
{
    [Fact]
    public async Task Versions_are_searched_prompt_by_prompt()
    {
        (await Client.CreateModel("p1")).Should(HttpStatusCode.OK);
        for (var number = 1; number <= 5; number++)
            (await Client.CreateVersion("p1", $"Text {number}", tags: ("odd", $"{number % 2}"))).Should(HttpStatusCode.OK);
        (await Client.DeleteVersion("p1", 4)).Should(HttpStatusCode.OK);
        (await Client.Numbers("name = 'p1'")).ShouldBe(["5", "3", "2", "1"]);
        (await Client.Numbers("name = 'p1'", "&order_by=version_number%20ASC")).ShouldBe(["1", "2", "3", "5"]);
        (await Client.Numbers("name = 'p1' AND tags.odd = '1'")).ShouldBe(["5", "3", "1"]);
        (await Client.Numbers("name = 'p1' AND version_number <= 2")).ShouldBe(["2", "1"]);
        (await Client.Numbers("name = 'p1' AND version_number > 2 AND version_number != 5")).ShouldBe(["3"]);
        (await Client.Numbers("name = 'nobody'")).ShouldBeEmpty();
        var first = (await Client.SearchVersions("name = 'p1'", "&max_results=3")).Json;
        (await Client.Numbers("name = 'p1'", $"&max_results=3&page_token={first.Text("next_page_token")}")).ShouldBe(["1"]);
        (await Client.SearchVersions("tags.odd = '1'")).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("name = ");
        (await Client.SearchVersions("name = 'p1' AND version_number LIKE '1'")).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE");
    }

    [Fact]
    public async Task The_newest_version_is_asked_for_in_three_ways()
    {
        await Client.Register("p1", "Text 1");
        await Client.Register("p1", "Text 2");
        (await Client.Call("POST", "registered-models/get-latest-versions", new { name = "p1", stages = new[] { "None" } })).Json.GetProperty("model_versions")[0].Text("version").ShouldBe("2");
        (await Client.Call("GET", "registered-models/get-latest-versions?name=p1&stages=None")).Json.GetProperty("model_versions")[0].Text("version").ShouldBe("2");
        (await Client.Model("p1")).Model().GetProperty("latest_versions")[0].Text("version").ShouldBe("2");
        (await Client.CreateModel("early")).Should(HttpStatusCode.OK);
        (await Client.Call("POST", "registered-models/get-latest-versions", new { name = "early" })).Json.GetProperty("model_versions").GetArrayLength().ShouldBe(0);
    }
}

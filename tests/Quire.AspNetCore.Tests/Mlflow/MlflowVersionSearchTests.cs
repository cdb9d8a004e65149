using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>Searches for the versions of a prompt.</summary>
public sealed class MlflowVersionSearchTests : IAsyncLifetime
{
    private RunningQuire _quire = null!;
    private MlflowClient _mlflow = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        _mlflow = new MlflowClient(_quire.Client);
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task Versions_are_searched_prompt_by_prompt()
    {
        (await _mlflow.CreateModel("p1")).Should(HttpStatusCode.OK);
        for (var number = 1; number <= 5; number++)
            (await _mlflow.CreateVersion("p1", $"Text {number}", tags: ("odd", $"{number % 2}"))).Should(HttpStatusCode.OK);
        (await _mlflow.DeleteVersion("p1", 4)).Should(HttpStatusCode.OK);
        (await _mlflow.Numbers("name = 'p1'")).ShouldBe(["5", "3", "2", "1"]);
        (await _mlflow.Numbers("name = 'p1'", "&order_by=version_number%20ASC")).ShouldBe(["1", "2", "3", "5"]);
        (await _mlflow.Numbers("name = 'p1' AND tags.odd = '1'")).ShouldBe(["5", "3", "1"]);
        (await _mlflow.Numbers("name = 'p1' AND version_number <= 2")).ShouldBe(["2", "1"]);
        (await _mlflow.Numbers("name = 'p1' AND version_number > 2 AND version_number != 5")).ShouldBe(["3"]);
        (await _mlflow.Numbers("name = 'nobody'")).ShouldBeEmpty();
        var first = (await _mlflow.SearchVersions("name = 'p1'", "&max_results=3")).Json;
        (await _mlflow.Numbers("name = 'p1'", $"&max_results=3&page_token={first.Text("next_page_token")}")).ShouldBe(["1"]);
        (await _mlflow.SearchVersions("tags.odd = '1'")).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("name = ");
        (await _mlflow.SearchVersions("name = 'p1' AND version_number LIKE '1'")).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE");
    }

    [Fact]
    public async Task The_newest_version_is_asked_for_in_three_ways()
    {
        await _mlflow.Register("p1", "Text 1");
        await _mlflow.Register("p1", "Text 2");
        (await _mlflow.Call("POST", "registered-models/get-latest-versions", new { name = "p1", stages = new[] { "None" } })).Json.GetProperty("model_versions")[0].Text("version").ShouldBe("2");
        (await _mlflow.Call("GET", "registered-models/get-latest-versions?name=p1&stages=None")).Json.GetProperty("model_versions")[0].Text("version").ShouldBe("2");
        (await _mlflow.Model("p1")).Model().GetProperty("latest_versions")[0].Text("version").ShouldBe("2");
        (await _mlflow.CreateModel("early")).Should(HttpStatusCode.OK);
        (await _mlflow.Call("POST", "registered-models/get-latest-versions", new { name = "early" })).Json.GetProperty("model_versions").GetArrayLength().ShouldBe(0);
    }
}

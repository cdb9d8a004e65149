using System.Net;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>Searches for prompts: filters, orders, pages.</summary>
public sealed class MlflowSearchTests(MlflowShelf shelf) : IClassFixture<MlflowShelf>
{
    private readonly MlflowClient _mlflow = shelf.Client;

    [Theory]
    [InlineData("", "Early p1 p2 p3 p4 p5 p6 p7")]
    [InlineData("tags.`mlflow.prompt.is_prompt` = 'true'", "Early p1 p2 p3 p4 p5 p6 p7")]
    [InlineData("tags.`mlflow.prompt.is_prompt` = 'true' AND name = 'p3'", "p3")]
    [InlineData("name LIKE 'p_'", "p1 p2 p3 p4 p5 p6 p7")]
    [InlineData("name LIKE 'P%'", "")]
    [InlineData("name ILIKE 'P%'  and  name != \"p1\"", "p2 p3 p4 p5 p6 p7")]
    [InlineData("name ilike '%AR%'", "Early")]
    [InlineData("tags.team = 'Search'", "Early")]
    [InlineData("tags.`team` LIKE 'S%h'", "Early")]
    [InlineData("tags.\"team\" ILIKE 's%'", "Early")]
    [InlineData("tags._mlflow_experiment_ids LIKE '%,12,%'", "Early")]
    [InlineData("tags._mlflow_experiment_ids LIKE '%,2,%'", "")]
    [InlineData("tags.`it's` = 'a `quote`'", "Early")]
    [InlineData("tags.team != 'other'", "Early")]
    [InlineData("attributes.name='p1'", "p1")]
    [InlineData("name = 'it''s'", "")]
    public async Task A_filter_finds(string filter, string names) =>
        (await _mlflow.Names(filter)).ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("name")]
    [InlineData("name =")]
    [InlineData("name = 'open")]
    [InlineData("name = 'a' OR name = 'b'")]
    [InlineData("name = 'a' name = 'b'")]
    [InlineData("name > 'a'")]
    [InlineData("run_id = 'a'")]
    [InlineData("tags. = 'a'")]
    [InlineData("name LIKEX 'a'")]
    [InlineData("= 'a'")]
    [InlineData("name = 'a' AND")]
    public async Task A_filter_that_cannot_be_read_is_refused_with_an_example(string filter) =>
        (await _mlflow.SearchModels(filter)).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("An example");

    [Fact]
    public async Task Filters_are_bounded()
    {
        (await _mlflow.SearchModels(new string('a', 5_000))).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE");
        (await _mlflow.SearchModels(string.Join(" AND ", Enumerable.Repeat("name != 'a'", 21)))).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE");
    }

    [Theory]
    [InlineData("")]
    [InlineData("&order_by=name%20ASC")]
    [InlineData("&order_by=name%20DESC")]
    [InlineData("&order_by=last_updated_timestamp%20DESC&order_by=name")]
    [InlineData("&order_by=creation_timestamp")]
    public async Task Pages_lead_through_everything_once(string order)
    {
        var all = await _mlflow.Names(null, order);
        all.Count.ShouldBe(8);
        var (read, token) = (new List<string>(), "");
        do
        {
            var page = (await _mlflow.SearchModels(null, $"&max_results=3{order}{(token.Length > 0 ? "&page_token=" + Uri.EscapeDataString(token) : "")}")).Should(HttpStatusCode.OK).Json;
            var names = page.GetProperty("registered_models").EnumerateArray().Select(model => model.Text("name")).ToList();
            names.Count.ShouldBeLessThanOrEqualTo(3);
            read.AddRange(names);
            token = page.TryGetProperty("next_page_token", out var next) ? next.GetString()! : "";
        }
        while (token.Length > 0);
        read.ShouldBe(all);
    }

    [Theory]
    [InlineData("&order_by=size")]
    [InlineData("&order_by=name%20UP")]
    [InlineData("&max_results=0")]
    [InlineData("&max_results=many")]
    [InlineData("&order_by=name%20DESC&page_token=p3")]
    public async Task Orders_and_pages_that_make_no_sense_are_refused(string more) =>
        (await _mlflow.SearchModels(null, more)).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE");
}

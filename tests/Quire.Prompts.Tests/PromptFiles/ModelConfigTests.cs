using System.Text.Json;
using Quire.Prompts.PromptFiles;

namespace Quire.Prompts.Tests.PromptFiles;

public sealed class ModelConfigTests
{
    [Theory]
    [InlineData(null, null, "{}")]
    [InlineData("null", null, "{}")]
    [InlineData("\"gpt\"", null, """{"model":"gpt"}""")]
    [InlineData("\"gpt\"", """{"temperature":1,"model":"other"}""", """{"model":"gpt","temperature":1}""")]
    [InlineData(null, """{"model":"other"}""", """{"model":"other"}""")]
    [InlineData("""{"a":1}""", """{"temperature":1}""", """{"a":1}""")]
    [InlineData("[1]", "5", """{"model":[1]}""")]
    public void An_object_stands_for_itself_and_anything_else_beside_the_parameters(string? model, string? parameters, string expected)
    {
        ModelConfig.Of(Json(model), Json(parameters)).GetRawText().ShouldBe(expected);
    }

    private static JsonElement? Json(string? text) => text is null ? null : JsonSerializer.Deserialize<JsonElement>(text);
}

using System.Text.Json;
using Quire.Prompts.Schemas;
using Quire.Templating.Values;

namespace Quire.Prompts.Tests.Schemas;

public sealed class VariableSchemaTests
{
    public static IEnumerable<TheoryDataRow<string>> Cases => CaseFiles.Lines("schemas.jsonl");

    public static IEnumerable<TheoryDataRow<string>> BadSchemas => CaseFiles.Lines("bad-schemas.jsonl");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Variables_are_checked_coerced_and_defaulted(string line)
    {
        var (_, schema, variables, expected) = JsonSerializer.Deserialize<JsonElement[]>(line) is [var a, var b, var c, var d] ? (a, b, c, d) : throw new InvalidDataException(line);
        VariableSchema.TryCreate(schema, out var compiled, out var problem).ShouldBeTrue(problem?.ToString());
        var check = compiled!.Check(Value.FromJson(variables));
        var actual = check.Succeeded ? ToJson(check.Variables) : JsonSerializer.Serialize(check.Findings.Select(finding => $"{finding.Code} {finding.Path}"));
        actual.ShouldBe(JsonSerializer.Serialize(expected), string.Join('\n', check.Findings));
    }

    [Theory]
    [MemberData(nameof(BadSchemas))]
    public void A_schema_that_is_not_usable_is_refused(string line)
    {
        var (schema, place, words) = JsonSerializer.Deserialize<JsonElement[]>(line) is [var a, var b, var c] ? (a, b.GetString(), c.GetString()) : throw new InvalidDataException(line);
        VariableSchema.TryCreate(schema, out _, out var problem).ShouldBeFalse();
        problem!.Path.ShouldBe(place);
        $"{problem.Message} ({problem.Hint})".ShouldContain(words!);
    }

    [Fact]
    public void A_misspelt_variable_is_named_where_one_is_missing()
    {
        var findings = Check("""{"name":{"type":"string","required":true}}""", """{"nmae":"Ada"}""").Findings;
        findings.ShouldHaveSingleItem().Hint.ShouldBe("given was `nmae`");
        findings[0].ToDiagnostic("a.prompt.md").ToString().ShouldBe("a.prompt.md: error QP4001: The variable `name` is missing. (given was `nmae`)");
    }

    [Fact]
    public void Names_of_other_layers_are_not_unknown()
    {
        VariableSchema.TryCreate(Json("""{"type":"object","properties":{"a":{}},"additionalProperties":false}"""), out var schema, out _).ShouldBeTrue();
        var variables = Value.FromJson("""{"a":1,"b":2}"""u8);
        schema!.Check(variables).Findings.ShouldHaveSingleItem().Code.ShouldBe(VariableCodes.Unknown);
        schema.Check(variables, new HashSet<string> { "b" }).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void A_schema_tells_its_names_defaults_and_required_variables()
    {
        VariableSchema.TryCreate(Json("""{"a":{"type":"integer","default":3},"b":{"required":true},"c":true}"""), out var schema, out _).ShouldBeTrue();
        schema!.Names.Order().ShouldBe(["a", "b", "c"]);
        schema.Defaults.ShouldHaveSingleItem().Key.ShouldBe("a");
        schema.Required.ShouldBe(["b"]);
        var check = schema.Check(Value.FromJson("""{"b":1}"""u8));
        check.Defaulted.Select(entry => entry.Key).ShouldBe(["a"]);
        check.Coerced.TryGet("a", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_message_never_carries_the_value()
    {
        var finding = Check("""{"key":{"enum":["a"]},"n":{"type":"integer"}}""", """{"key":"s3cret","n":"s3cret"}""").Findings;
        finding.Count.ShouldBe(2);
        string.Join(' ', finding).ShouldNotContain("s3cret");
    }

    [Fact]
    public void Alternatives_that_explode_end_in_the_budget()
    {
        const string Schema = """{"type":"object","properties":{"x":{"$ref":"#/$defs/t"}},"$defs":{"t":{"anyOf":[{"type":"array","items":{"$ref":"#/$defs/t"},"minItems":9},{"type":"array","items":{"$ref":"#/$defs/t"},"minItems":9},{"type":"array","items":{"$ref":"#/$defs/t"},"minItems":9}]}}}""";
        var nested = string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60));
        Check(Schema, $$"""{"x":{{nested}}}""").Findings.ShouldContain(finding => finding.Code == VariableCodes.Alternatives);
        const string Wide = """{"type":"object","properties":{"x":{"$ref":"#/$defs/t"}},"$defs":{"t":{"anyOf":[{"type":"array","items":{"$ref":"#/$defs/t"},"maxItems":1,"uniqueItems":true,"not":{}},{"type":"array","items":{"$ref":"#/$defs/t"},"not":{}},{"type":"array","items":{"$ref":"#/$defs/t"},"not":{}}]}}}""";
        Check(Wide, $$"""{"x":{{nested}}}""").Findings.ShouldContain(finding => finding.Code == VariableCodes.Budget);
    }

    private static VariableCheck Check(string schema, string variables)
    {
        VariableSchema.TryCreate(Json(schema), out var compiled, out var problem).ShouldBeTrue(problem?.ToString());
        return compiled!.Check(Value.FromJson(System.Text.Encoding.UTF8.GetBytes(variables)));
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static string ToJson(Value value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            value.ToJson(writer);
        return JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(stream.ToArray()));
    }
}

namespace Quire.Prompts.Schemas;

/// <summary>Carries the first problem out of the compiler; never leaves this folder.</summary>
internal sealed class SchemaException(SchemaProblem problem) : Exception(problem.Message)
{
    public SchemaProblem Problem { get; } = problem;
}

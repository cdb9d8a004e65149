namespace Quire.Templating.Execution;

internal readonly ref struct Arguments
{
}

/** What one writes in each language of templates. */
export type Sheet = { name: string; about: string; lines: [code: string, meaning: string][] }

/** The languages, the usual one first. */
export const sheets: Sheet[] = [
  {
    name: 'jinja',
    about: 'The usual language: values, conditions, loops, filters.',
    lines: [
      ['{{ name }}', 'prints a value'],
      ["{{ name | default('you') }}", 'with a filter'],
      ['{% if urgent %}…{% elif late %}…{% else %}…{% endif %}', 'a condition'],
      ['{% for item in items %}{{ loop.index }}. {{ item }}{% endfor %}', 'a loop'],
      ['{% set greeting = "Hello" %}', 'a value of one\'s own'],
      ["{% include 'parts/tone' %}", 'the text of another prompt'],
      ['{% merge_point "tone" %}Be kind.{% endmerge_point %}', 'where layers write, with the text that stands there otherwise'],
      ['{# not printed #}', 'a note'],
      ['{%- … -%}', 'without the spaces around it'],
    ],
  },
  {
    name: 'liquid',
    about: 'The language of shops and mail tools.',
    lines: [
      ['{{ name }}', 'prints a value'],
      ["{{ name | default: 'you' | upcase }}", 'with filters'],
      ['{% if urgent %}…{% elsif late %}…{% else %}…{% endif %}', 'a condition'],
      ['{% for item in items %}{{ forloop.index }}. {{ item }}{% endfor %}', 'a loop'],
      ['{% assign greeting = "Hello" %}', "a value of one's own"],
      ['{% comment %}…{% endcomment %}', 'a note'],
    ],
  },
  {
    name: 'mustache',
    about: 'No logic but what is there and what is not.',
    lines: [
      ['{{{name}}}', 'prints a value as it is'],
      ['{{#items}}{{.}}{{/items}}', 'for each, or where it is true'],
      ['{{^items}}none{{/items}}', 'where there is nothing'],
      ['{{> parts/tone}}', 'the text of another prompt'],
      ['{{! not printed }}', 'a note'],
    ],
  },
  {
    name: 'variables',
    about: 'Only values: nothing else can go wrong.',
    lines: [['{{ name }}', 'prints a value']],
  },
  {
    name: 'text',
    about: 'No template: every character stands for itself.',
    lines: [],
  },
]

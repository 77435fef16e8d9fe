import { type Command, CommanderError } from 'commander'

/** What a wrong call is told, and the heads of the help. */
export interface CallWords {
  readonly headings: Readonly<Record<'usage' | 'arguments' | 'options', string>>
  readonly noFiles: string
  readonly unknownOption: (option: string) => string
  readonly noArgument: (option: string) => string
}

/** The command, parsed; or the exit code of a call that ends here: 0 where help was asked for, 2 for a wrong one. */
export function parseCall(command: Command, args: readonly string[], words: CallWords): Command | number {
  const titles: Record<string, string> = {
    'Usage:': words.headings.usage,
    'Arguments:': words.headings.arguments,
    'Options:': words.headings.options,
  }
  command
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ outputError: () => {} })
    .exitOverride()
  try {
    return command.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : wrong(callSentence(error, words))
  }
}

/** Commander names what is wrong by a code; the option stands in quotes in its own sentence. */
function callSentence({ code, message }: CommanderError, words: CallWords): string {
  const named = /'(--?[\w-]+)/.exec(message)?.[1] ?? /--[\w-]+/.exec(message)?.[0] ?? ''
  if (code === 'commander.missingArgument' || code === 'commander.excessArguments') return words.noFiles
  if (code === 'commander.unknownOption') return words.unknownOption(named)
  return code === 'commander.optionMissingArgument' ? words.noArgument(named) : message
}

export function wrong(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`)
  return 2
}

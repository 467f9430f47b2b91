/** Words of starting Kept: options, the lines of the terminal, and what keeps it from starting. */
export const startWords = {
  'start.ready': 'Kept is at {link}',
  'start.noElectron':
    'The program for Kept’s own window is not here and could not be fetched, so Kept opens in your browser.',
  'start.noDisplay': 'There is no display for a window of its own, so Kept is served to a browser.',
  'start.isRoot':
    'A window of its own is not opened for the system’s root user, so Kept is served to a browser.',
  'start.windowFailed': 'Kept’s own window could not be opened, so Kept opens in your browser.',
  'start.fetching': 'Fetching the program for Kept’s own window, once.',
  'start.noBrowser': 'No browser could be opened; open the address above yourself.',

  'refusal.E_OPTION_UNKNOWN':
    'Kept knows no option “{option}”. It knows --browser, --no-open, --data DIR, --port N, --sample PACK and --now 2026-11-24T10:40.',
  'refusal.E_OPTION_EMPTY': 'The option {option} needs a value: {expected}',
  'refusal.E_OPTION_WRONG': '“{value}” does not fit the option {option}. {expected}',
  'option.data': 'Give a folder, such as --data /home/hazel/kept.',
  'option.port': 'Give a port from 1 to 65535, such as --port 4020.',
  'option.sample': 'Give the name of a sample business: wedding-planner.',
  'option.now': 'Give a day and a time of day, such as --now 2026-11-24T10:40.',
  'option.none': 'It takes no value.',

  'refusal.E_PORT_TAKEN':
    'Port {port} is used by another program. Choose another with --port, or leave it out.',
  'refusal.E_PORT_REFUSED': 'This system does not let Kept use port {port}. Choose one above 1023.',
  'refusal.E_TOKEN':
    'This window’s session has ended. Press Enter in the terminal where Kept runs and open the new link.',
  'refusal.E_SENDER': 'Only Kept’s own window may ask.',
  'refusal.E_JSON': 'The body must be JSON, nested at most 32 deep.',
} as const

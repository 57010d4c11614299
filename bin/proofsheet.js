#!/usr/bin/env node
import '../lib/scripts/cli.js';
